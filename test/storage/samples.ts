/** Commits and messages as a runtime makes them, for tests of stores. */
import { initialState } from '../../src/dialogs/state.ts';
import type { Draft, Event } from '../../src/events/event.ts';
import type { OutboxRow } from '../../src/runtime/ports/delivery.ts';
import type { Commit, InboxRow, Snapshot } from '../../src/runtime/ports.ts';

/** 2026-03-02 09:00:00 UTC */
export const start = 1_772_442_000_000;

export type Sample = Partial<Omit<Commit, 'head' | 'snapshot'>> & {
  readonly conversation?: string;
  /** as it shall be, from 1 */
  readonly version?: number;
  readonly address?: string;
};

/** The turn of a customer who says one thing and is answered: two events, unless told otherwise. Version n holds events 2n-1 and 2n. */
export function commit({
  conversation = 'c1',
  version = 1,
  address = conversation,
  ...parts
}: Sample = {}): Commit & { readonly snapshot: Snapshot } {
  const at = start + version * 1_000;
  const events = parts.events ?? turn(conversation, version);
  const seq = events.at(-1)?.seq ?? 2 * (version - 1);
  const state = { ...initialState(conversation), turn: version, shared: { order: `order-${version}` } };
  return {
    head: { conversation, version, seq, at, channel: 'web', address, program: 'p1', customer: 'k1' },
    snapshot: { seq, evolveVersion: 1, state },
    inbox: [],
    handled: [],
    outbox: [],
    timersSet: [],
    timersCleared: [],
    actionsAdded: [],
    actionsRemoved: [],
    dirtyCases: [],
    ...parts,
    events,
  };
}

/** What the customer said and the bot's answer. */
export function turn(conversation: string, version: number): readonly Event[] {
  const said: Draft = {
    type: 'customer.said',
    actor: 'customer',
    data: { input: `m${version}`, via: 'text', turn: version, characters: 11 },
    words: { text: `wörds ${version} 🙂` },
  };
  const answer: Draft = {
    type: 'bot.said',
    actor: 'bot',
    data: { at: null, choices: 0, expectsInput: false },
    words: { text: `answer ${version}` },
  };
  return sealed(conversation, 2 * version - 1, [said, answer]);
}

/** Gives drafts their place from `first` on. */
export function sealed(conversation: string, first: number, drafts: readonly Draft[]): readonly Event[] {
  return drafts.map((draft, index) => {
    const seq = first + index;
    return { ...draft, conversation, seq, at: start + seq, turn: 1, case: 'case-1', v: 1 };
  });
}

export function message(id: string, parts: Partial<InboxRow> = {}): InboxRow {
  return {
    id,
    conversation: 'c1',
    channel: 'web',
    account: 'shop',
    providerId: id,
    receivedAt: start,
    via: 'text',
    text: `text of ${id}`,
    ...parts,
  };
}

export function delivery(conversation: string, seq: number): OutboxRow {
  const row = { conversation, seq, channel: 'telegram', address: '4917012345' };
  return {
    id: `${conversation}:${seq}`,
    ...row,
    text: `reply ${seq}`,
    cards: [{ title: 'Card' }],
    choices: [{ title: 'Yes', value: 'yes' }],
  };
}
