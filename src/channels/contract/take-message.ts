/**
 * From a verified message of a provider to the runtime: finds the conversation of its address, begins one where there is none, and hands the message
 * in. Who the business says somebody is leads to that customer, on whatever channel they were before.
 */
import type { Received } from '../../runtime/door.ts';
import type { Inbound } from '../../runtime/ports.ts';
import type { ChannelHost } from './channel-door.ts';

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

export type Arriving = Arrival & Omit<Inbound, 'conversation' | 'receivedAt'>;

export type Intake = {
  /** Resolves after the commit that holds the message. Rejects (STORE_…) when it could not be stored. */
  take(message: Arriving): Promise<Received & { readonly conversation: string }>;
  /** The conversation of an address: the one that runs, or a new one. `anew`: a new one in any case, but for who is signed and in theirs. */
  begin(arrival: Arrival, anew?: boolean): Promise<string>;
};

export function createIntake(host: ChannelHost): Intake {
  /** two first messages at the same time begin one conversation */
  const beginning = new Map<string, Promise<string>>();

  function begin(arrival: Arrival, anew = false): Promise<string> {
    const key = JSON.stringify([arrival.channel, arrival.address, anew, arrival.signed]);
    const running = beginning.get(key);
    if (running !== undefined) return running;
    const begun = findOrBegin(host, arrival, anew).finally(() => beginning.delete(key));
    beginning.set(key, begun);
    return begun;
  }

  return {
    begin,
    async take({ address, person, signed, ...message }) {
      const who = { address, ...(person ? { person } : {}), ...(signed ? { signed } : {}) };
      const conversation = await begin({ ...message, ...who });
      const received = await host.runtime.receive({ ...message, conversation, receivedAt: host.clock.now() });
      return { ...received, conversation };
    },
  };
}

async function findOrBegin(host: ChannelHost, arrival: Arrival, anew: boolean): Promise<string> {
  const { channel, address, signed } = arrival;
  const known = await host.store.conversationOf({ channel, address });
  if (known !== undefined && !anew && signed === undefined) return known;
  const conversation = host.random.id();
  const customer = await customerOf(host, arrival, conversation);
  // a person's own id on a channel, or a signed one, is the same in every conversation
  const identified = arrival.signed !== undefined || arrival.person !== undefined;
  if (known !== undefined && !anew && (await host.store.load(known))?.head.customer === customer) return known;
  const { entryPoint = 'default', locale = host.locale } = arrival;
  await host.runtime.open({ conversation, channel, address, entryPoint, customer, locale, identified });
  return conversation;
}

function customerOf({ store, random }: ChannelHost, arrival: Arrival, conversation: string): Promise<string> {
  const { channel, person, address, signed } = arrival;
  const identity =
    signed === undefined ? { channel, address: person ?? address } : { channel: 'signed', address: signed };
  return store.customerOf(identity, { customer: `cus_${random.id()}`, conversation });
}
