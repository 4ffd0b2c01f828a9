import type { Event } from '../../events/event.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { foldChain, type Stretch } from '../../measurement/fold-chain.ts';
import { type ConversationFold, readConversation } from '../../measurement/fold-conversation.ts';
import type { Store } from '../../runtime/ports.ts';

type Source = { readonly store: Pick<Store, 'events'>; readonly measures: Measures };

/**
 * The facts of the cases that began in a conversation. Those that others go on with are read anew from the events of all: that they are few is what a
 * bot is for.
 *
 * @returns `read`: up to which event others were read, by conversation
 */
export async function readChains(
  { store, measures }: Source,
  conversation: string,
  fold: ConversationFold,
): Promise<{ readonly facts: readonly Facts[]; readonly read: ReadonlyMap<string, number> }> {
  const own = readConversation(measures, conversation, fold);
  const chains = await readStretches(store, conversation, fold);
  const facts = own.map((one) => {
    const stretches = chains.get(one.case);
    return stretches ? foldChain(measures, { id: one.case, startedAt: one.startedAt, stretches }) : one;
  });
  return { facts, read: lastRead([...chains.values()].flat(), conversation) };
}

function lastRead(stretches: readonly Stretch[], home: string): ReadonlyMap<string, number> {
  const last = stretches.flatMap(({ events }) => events.at(-1) ?? []);
  return new Map(last.flatMap((event) => (event.conversation === home ? [] : [[event.conversation, event.seq]])));
}

/** The stretches of those cases of a conversation that others go on with, by case, each beginning where the case began. */
export async function readStretches(
  store: Source['store'],
  conversation: string,
  fold: ConversationFold,
): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  if (fold.joined.size === 0) return new Map();
  const events = await eventsOf(store, [conversation, ...[...fold.joined.values()].map((one) => one.conversation)]);
  const chains = Map.groupBy(fold.joined, ([, { root }]) => root);
  return new Map(
    [...chains].map(([root, joined]) => [
      root,
      [
        { case: root, events: events.get(conversation) ?? [] },
        ...joined.map(([id, one]): Stretch => ({ case: id, events: events.get(one.conversation) ?? [] })),
      ],
    ]),
  );
}

async function eventsOf(
  store: Source['store'],
  conversations: readonly string[],
): Promise<ReadonlyMap<string, readonly Event[]>> {
  const ids = [...new Set(conversations)];
  const found = await Promise.all(ids.map((id) => store.events(id, { after: 0 })));
  return new Map(ids.map((id, index) => [id, found[index] ?? []]));
}
