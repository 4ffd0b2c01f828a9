/**
 * From a verified message of a provider to the runtime: finds the conversation of its address, begins one where there is none, and hands the message
 * in. Who the business says somebody is leads to that customer, on whatever channel they were before.
 */
import type { Received } from '../../runtime/door.ts';
import type { Head, Inbound } from '../../runtime/ports.ts';
import type { ChannelHost } from './channel-door.ts';
import { type Attached, keepFiles } from './files/keep-files.ts';

/**
 * @property address where the channel delivers to: one conversation at a time
 * @property person who speaks, where that is not the address: a name on the channel that is the same in all their conversations
 * @property signed who the business says they are, verified
 */
export type Arrival = {
  readonly channel: string;
  readonly address: string;
  readonly person?: string;
  readonly signed?: string;
  readonly entryPoint?: string;
  readonly locale?: string;
};

/** @property attached files that came along, still with the provider */
export type Arriving = Arrival &
  Omit<Inbound, 'conversation' | 'receivedAt' | 'files'> & { readonly attached?: readonly Attached[] };

export type Intake = {
  /** Resolves after the commit that holds the message. Rejects (STORE_…) when it could not be stored. */
  take(message: Arriving): Promise<Received>;
  /**
   * The conversation of an address: the one that runs, or a new one.
   *
   * @param anew id of a conversation that is to begin in any case, the same whenever the provider repeats what begins it; but one that the bot has only
   *   greeted in goes on, so that nobody is greeted twice
   */
  begin(arrival: Arrival, anew?: string): Promise<string>;
};

/** Longer than any provider repeats what was not acknowledged. */
const repeatedMs = 8 * 86_400_000;

export function createIntake(host: ChannelHost): Intake {
  /** two first messages at the same time begin one conversation */
  const beginning = new Map<string, Promise<string>>();

  function begin(arrival: Arrival, anew?: string): Promise<string> {
    const key = JSON.stringify([arrival.channel, arrival.address, anew, arrival.signed]);
    const running = beginning.get(key);
    if (running !== undefined) return running;
    const begun = findOrBegin(host, arrival, anew).finally(() => beginning.delete(key));
    beginning.set(key, begun);
    return begun;
  }

  return {
    begin,
    async take({ address, person, signed, attached = [], ...message }) {
      const who = { address, ...(person ? { person } : {}), ...(signed ? { signed } : {}) };
      if (await isRepeated(host, { ...message, address })) return { status: 'duplicate' };
      const conversation = await begin({ ...message, ...who });
      const files = await keepFiles(host, { conversation, message: message.providerId }, attached);
      const receivedAt = host.clock.now();
      return host.runtime.receive({ ...message, ...(files.length > 0 ? { files } : {}), conversation, receivedAt });
    },
  };
}

/** Of somebody who was erased since they said it: to take it would make them somebody again. */
async function isRepeated({ store, clock }: ChannelHost, message: Arriving): Promise<boolean> {
  if ((await store.conversationOf(message)) !== undefined) return false;
  return store.wasOfErased(message, clock.now() - repeatedMs);
}

async function findOrBegin(host: ChannelHost, arrival: Arrival, anew: string | undefined): Promise<string> {
  const known = await host.store.conversationOf(arrival);
  if (anew !== undefined && (await host.store.load(anew))) return anew;
  const head = known === undefined ? undefined : (await host.store.load(known))?.head;
  const running = head && (anew === undefined || (await isOnlyGreeted(host, head, arrival))) ? head : undefined;
  if (running && arrival.signed === undefined) return running.conversation;
  const conversation = anew ?? host.random.id();
  const customer = await customerOf(host, arrival, conversation);
  if (running?.customer === customer) return running.conversation;
  const { channel, address, entryPoint = 'default', locale = host.locale } = arrival;
  // a person's own id on a channel, or a signed one, is the same in every conversation
  const identified = arrival.signed !== undefined || arrival.person !== undefined;
  await host.runtime.open({ conversation, channel, address, entryPoint, customer, locale, identified });
  return conversation;
}

/** Nobody has spoken in it but the bot, and where it began is where they come from now. */
async function isOnlyGreeted({ store }: ChannelHost, head: Head, { channel, entryPoint }: Arrival): Promise<boolean> {
  const [last] = await store.events(head.conversation, { after: head.seq - 1, limit: 1 });
  if (last?.turn !== 0) return false;
  const [first] = await store.events(head.conversation, { after: 0, limit: 1 });
  const touchpoint = first?.type === 'conversation.started' ? first.data.touchpoint : undefined;
  return entryPoint === undefined || touchpoint === `${channel}:${entryPoint}`;
}

function customerOf({ store, random }: ChannelHost, arrival: Arrival, conversation: string): Promise<string> {
  const { channel, person, address, signed } = arrival;
  const identity =
    signed === undefined ? { channel, address: person ?? address } : { channel: 'signed', address: signed };
  return store.customerOf(identity, { customer: `cus_${random.id()}`, conversation });
}
