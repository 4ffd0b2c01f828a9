import type { Event } from '../../events/event.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { type ChainFold, factsOfChain, foldChain, foldLater, type Stretch } from '../../measurement/fold-chain.ts';
import { type ConversationFold, readConversation } from '../../measurement/fold-conversation.ts';
import type { Store } from '../../runtime/ports.ts';

type EventStore = Pick<Store, 'events'>;
type Source = { readonly store: EventStore; readonly measures: Measures };

/** @property read up to which event other conversations were read */
export type Read = { readonly facts: readonly Facts[]; readonly read: ReadonlyMap<string, number> };

/** Cases that conversations share: how far each was folded is kept, so that a turn costs its own events only. */
export type Chains = {
  /** The facts of the cases that began in a conversation, with what others added to them. Rejects as the store does. */
  factsOf(conversation: string, fold: ConversationFold): Promise<Read>;
};

const remembered = 1000;

/** @property members which cases of which conversations it consists of; @property read up to which event each conversation was read */
type Kept = { readonly members: string; readonly read: ReadonlyMap<string, number>; readonly chain: ChainFold };

/** Where a case, or what goes on with it, stands. */
type Member = { readonly case: string; readonly conversation: string };

export function createChains({ store, measures }: Source): Chains {
  const known = new Map<string, Kept>();

  return {
    async factsOf(conversation, fold) {
      const chains = new Map<string, Kept>();
      for (const [root, members] of membersOf(conversation, fold)) chains.set(root, await keep(root, members));
      const facts = readConversation(measures, conversation, fold).map((one) => {
        const chain = chains.get(one.case)?.chain;
        return chain ? factsOfChain(measures, { id: one.case, startedAt: one.startedAt, chain }) : one;
      });
      const read = new Map([...chains.values()].flatMap((one) => [...one.read]));
      read.delete(conversation);
      return { facts, read };
    },
  };

  async function keep(root: string, members: readonly Member[]): Promise<Kept> {
    const before = known.get(root);
    const now = (before && (await goOn(before, members))) ?? (await begin(members));
    known.delete(root);
    known.set(root, now);
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return now;
  }

  async function begin(members: readonly Member[]): Promise<Kept> {
    const events = await eventsOf(store, members, new Map());
    const chain = foldChain(measures, stretchesOf(members, events));
    return { members: JSON.stringify(members), read: lastOf(events, new Map()), chain };
  }

  /** Only what came since; `undefined` where that does not do. */
  async function goOn(before: Kept, members: readonly Member[]): Promise<Kept | undefined> {
    if (before.members !== JSON.stringify(members)) return undefined;
    if (members.some(({ conversation }) => !before.read.has(conversation))) return undefined;
    const events = await eventsOf(store, members, before.read);
    const chain = foldLater(measures, before.chain, stretchesOf(members, events));
    return chain && { members: before.members, read: lastOf(events, before.read), chain };
  }
}

/** The stretches of those cases of a conversation that others go on with, by case, each beginning where the case began. */
export async function readStretches(
  store: EventStore,
  conversation: string,
  fold: ConversationFold,
): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  const chains = membersOf(conversation, fold);
  const events = await eventsOf(store, [...chains.values()].flat(), new Map());
  return new Map([...chains].map(([root, members]) => [root, stretchesOf(members, events)]));
}

/** By case that began in the conversation and that others go on with; the beginning first. */
function membersOf(conversation: string, { joined }: ConversationFold): ReadonlyMap<string, readonly Member[]> {
  const chains = Map.groupBy(joined, ([, { root }]) => root);
  return new Map(
    [...chains].map(([root, others]) => [
      root,
      [{ case: root, conversation }, ...others.map(([id, one]) => ({ case: id, conversation: one.conversation }))],
    ]),
  );
}

type EventsByConversation = ReadonlyMap<string, readonly Event[]>;

function stretchesOf(members: readonly Member[], events: EventsByConversation): readonly Stretch[] {
  return members.map((one) => ({ case: one.case, events: events.get(one.conversation) ?? [] }));
}

async function eventsOf(
  store: EventStore,
  members: readonly Member[],
  read: ReadonlyMap<string, number>,
): Promise<EventsByConversation> {
  const ids = [...new Set(members.map(({ conversation }) => conversation))];
  const found = await Promise.all(ids.map((id) => store.events(id, { after: read.get(id) ?? 0 })));
  return new Map(ids.map((id, index) => [id, found[index] ?? []]));
}

/** Up to which event each conversation is read now. One in which nothing was said of any case yet is read anew: what comes first may belong to it. */
function lastOf(events: EventsByConversation, before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const now = new Map(before);
  for (const [conversation, some] of events) {
    const last = some.at(-1);
    const isBegun = before.has(conversation) || some.some((event) => event.case !== null);
    if (last && isBegun) now.set(conversation, last.seq);
  }
  return now;
}
