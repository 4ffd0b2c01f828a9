import { randomBytes } from 'node:crypto';
import { TouchpointError } from '../../../../src/errors/touchpoint-error.ts';
import type { Draft, Event } from '../../../../src/events/event.ts';
import type { Opening, Received, Runtime } from '../../../../src/runtime/door.ts';
import type { UploadRow } from '../../../../src/runtime/ports/uploads.ts';
import type { Clock, Inbound, Random, Store } from '../../../../src/runtime/ports.ts';
import { createSigns } from '../../../../src/runtime/signs.ts';

/**
 * A bot behind the runtime's door that keeps the door's contract: strict order, one handling per message, listeners after the commit, and nothing
 * taken when the store fails. It greets, and echoes; "choices" asks with buttons, "card" shows one, "person" hands over in vain, "later" is answered by `finishLater`.
 */
export type FakeBot = {
  readonly runtime: Pick<Runtime, 'open' | 'receive' | 'notify' | 'order' | 'typing' | 'onTyping' | 'listen' | 'watch'>;
  readonly store: Pick<Store, 'load' | 'events' | 'customerOf' | 'outboxNextDue' | 'keepUpload' | 'upload'>;
  readonly openings: readonly Opening[];
  readonly taken: readonly Inbound[];
  /** the late result of an action */
  finishLater(conversation: string): void;
  /** every write fails from now on, as on a full disk; `false` mends it */
  breakStore(isBroken: boolean): void;
  eventsOf(conversation: string): readonly Event[];
};

export function fakeBot(clock: Clock): FakeBot {
  const logs = new Map<string, Event[]>();
  const openings: Opening[] = [];
  const taken: Inbound[] = [];
  const known = new Set<string>();
  const customers = new Map<string, string>();
  const uploads = new Map<string, UploadRow>();
  const listeners = new Set<(conversation: string, events: readonly Event[]) => void>();
  let isBroken = false;

  const commit = (conversation: string, turn: number, drafts: readonly Draft[]): readonly Event[] => {
    if (isBroken)
      throw new TouchpointError('STORE_FULL', 'the database could not be written: the disk is full', {
        fix: 'free some space',
      });
    const log = logs.get(conversation) ?? [];
    const events = drafts.map((draft, index) => ({
      ...draft,
      conversation,
      seq: log.length + 1 + index,
      at: clock.now(),
      turn,
      case: null,
      v: 1,
    }));
    logs.set(conversation, [...log, ...events]);
    for (const listener of listeners) listener(conversation, events);
    return events;
  };
  const turnOf = (conversation: string) => logs.get(conversation)?.at(-1)?.turn ?? 0;

  return {
    openings,
    taken,
    runtime: {
      order: async () => ({ status: 'unknown' }),
      ...createSigns(),
      async open(opening) {
        await turnOfLoop();
        if (logs.has(opening.conversation)) return 'exists';
        commit(opening.conversation, 0, opened(opening));
        openings.push(opening);
        return 'opened';
      },
      async receive(inbound): Promise<Received> {
        await turnOfLoop();
        if (!logs.has(inbound.conversation)) return { status: 'unknown' };
        const key = `${inbound.conversation}/${inbound.channel}/${inbound.account}/${inbound.providerId}`;
        if (known.has(key)) return { status: 'duplicate' };
        const events = commit(inbound.conversation, turnOf(inbound.conversation) + 1, [
          heard(inbound),
          ...answers(inbound.text),
        ]);
        known.add(key);
        taken.push(inbound);
        if (inbound.text === 'later') return { status: 'deferred' };
        return { status: 'handled', replies: events.filter((event) => event.type === 'bot.said') };
      },
      async notify({ conversation, notice }) {
        await turnOfLoop();
        if (!logs.has(conversation)) return 'unknown';
        commit(conversation, turnOf(conversation), [said(`notice: ${notice}`)]);
        return 'handled';
      },
      listen(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      watch: () => () => {},
    },
    store: {
      async customerOf({ channel, address }, { customer }) {
        const key = JSON.stringify([channel, address]);
        const found = customers.get(key) ?? customer;
        customers.set(key, found);
        return found;
      },
      async load(conversation) {
        await turnOfLoop();
        const log = logs.get(conversation);
        if (!log) return undefined;
        const head = {
          conversation,
          version: 1,
          seq: log.length,
          at: clock.now(),
          channel: 'web',
          address: conversation,
          program: 'p',
          customer: null,
        };
        return { head, snapshot: undefined };
      },
      async events(conversation, { after, limit = Number.POSITIVE_INFINITY }) {
        await turnOfLoop();
        return (logs.get(conversation) ?? []).slice(after, after + limit);
      },
      async keepUpload(row) {
        uploads.set(`${row.conversation}/${row.upload}`, row);
      },
      upload: async (conversation, upload) => uploads.get(`${conversation}/${upload}`),
      outboxNextDue: async () => undefined,
    },
    finishLater: (conversation) => void commit(conversation, turnOf(conversation), [said('here it is')]),
    breakStore: (broken) => {
      isBroken = broken;
    },
    eventsOf: (conversation) => logs.get(conversation) ?? [],
  };
}

export const realRandom: Random = {
  id: () => randomBytes(16).toString('base64url'),
  unit: () => randomBytes(4).readUInt32BE() / 2 ** 32,
};

function turnOfLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function opened({ customer, channel, entryPoint, locale }: Opening): readonly Draft[] {
  const data = { customer, channel, entryPoint, touchpoint: `${channel}:${entryPoint}`, program: 'p', locale };
  return [{ type: 'conversation.started', actor: 'system', data }, said('hello, I am a machine')];
}

function heard({ providerId, via, text, channelData, from, files }: Inbound): Draft {
  const data = channelData === undefined ? {} : { channelData };
  const words = { text, ...data, ...(from ? { from: { ...from } } : {}), ...(files ? { files } : {}) };
  // the schema's JSON is not readonly
  return {
    type: 'customer.said',
    actor: 'customer',
    data: { input: providerId, via, characters: text.length },
    words: structuredClone(words),
  } as Draft;
}

function said(text: string, choices: readonly string[] = []): Draft {
  const words =
    choices.length > 0 ? { text, choices: choices.map((title) => ({ title, value: title.toLowerCase() })) } : { text };
  return {
    type: 'bot.said',
    actor: 'bot',
    data: { at: null, choices: choices.length, expectsInput: choices.length > 0 },
    words,
  };
}

function withCard(): Draft {
  const card = { title: 'Moor mugs', text: 'Stoneware', buttons: [{ title: 'Take them', value: 'take' }] };
  return {
    type: 'bot.said',
    actor: 'bot',
    data: { at: null, choices: 0, expectsInput: false },
    words: { text: 'here', cards: [card] },
  };
}

function answers(text: string): readonly Draft[] {
  if (text === 'later') return [];
  if (text === 'choices') return [said('which one?', ['Red', 'Blue'])];
  if (text === 'card') return [withCard()];
  if (text !== 'person') return [said(`echo: ${text}`)];
  return [
    {
      type: 'handoff.requested',
      actor: 'bot',
      data: { handoff: 'h1', team: 'care', reason: 'asked', by: 'customer', at: null },
    },
    { type: 'handoff.unavailable', actor: 'bot', data: { handoff: 'h1', why: 'closed' } },
    said('nobody is here now'),
  ];
}
