/**
 * Keeps what was seen: each turn becomes events in the log of its conversation, and these become figures. A turn that comes twice is kept once.
 */

import { createHash } from 'node:crypto';
import type { Draft, Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import { versionOf } from '../../events/version-of.ts';
import { nothingElse } from '../../runtime/ports/nothing-else.ts';
import type { Commit, Head, Store } from '../../runtime/ports.ts';
import type { SeenTurn } from '../seen.ts';
import { type Memory, noMemory, remember } from './memory.ts';
import { toDrafts } from './to-drafts.ts';

export type Recorder = {
  record(turn: SeenTurn): Promise<void>;
  /** Notes who has been silent for a day, and whose week has passed. */
  passTime(now: Instant): Promise<void>;
};

type RecorderPorts = { readonly store: Store; readonly id: () => string };

const hourMs = 3_600_000;
const silentMs = 24 * hourMs;
const maturedMs = 7 * 24 * hourMs;

type Live = { readonly head: Head; readonly memory: Memory };

/** Conversations that are kept in mind; the others are read again. */
const remembered = 1000;

export function createRecorder({ store, id }: RecorderPorts): Recorder {
  const lives = new Map<string, Live>();

  async function liveOf(turn: SeenTurn): Promise<Live | undefined> {
    const conversation = await store.conversationOf(identityOf(turn));
    return conversation === undefined ? undefined : (lives.get(conversation) ?? read(conversation));
  }

  async function read(conversation: string): Promise<Live | undefined> {
    const loaded = await store.load(conversation);
    if (!loaded) return undefined;
    const events = await store.events(conversation, { after: 0 });
    return { head: loaded.head, memory: events.reduce(remember, noMemory) };
  }

  async function write(live: Live, drafts: readonly Draft[], more: Partial<Commit>): Promise<void> {
    const events = seal(live, drafts);
    const head = { ...live.head, version: live.head.version + 1, seq: live.head.seq + events.length };
    const done = await store.commit({ ...nothingElse, ...more, head, events, dirtyCases: [head.conversation] });
    if (done !== 'committed') return void lives.delete(head.conversation);
    keep(head.conversation, { head, memory: events.reduce(remember, live.memory) });
  }

  function keep(conversation: string, live: Live): void {
    lives.delete(conversation);
    lives.set(conversation, live);
    const [oldest] = lives.keys();
    if (lives.size > remembered && oldest !== undefined) lives.delete(oldest);
  }

  async function begin(turn: SeenTurn): Promise<Live> {
    const conversation = id();
    const person = { channel: turn.channel, address: `${turn.channel}:${turn.person}` };
    const customer = await store.customerOf(person, { customer: `cus_${id()}`, conversation });
    const { channel, address } = identityOf(turn);
    const head = { conversation, version: 0, seq: 0, at: turn.at, channel, address, program: turn.version, customer };
    return { head, memory: { ...noMemory, locale: turn.locale } };
  }

  return {
    async record(turn) {
      const known = await liveOf(turn);
      const live = known ?? (await begin(turn));
      const at = Math.max(turn.at, live.head.at);
      const begun = known ? undefined : { customer: live.head.customer ?? '' };
      const drafts = toDrafts(live.memory, turn, begun);
      await write({ ...live, head: { ...live.head, at } }, drafts, {
        inbox: turn.message && turn.message.id !== '' ? [inboxRow(live.head.conversation, turn)] : [],
        timersSet: turn.message ? timersAt(live.head.conversation, at) : [],
      });
    },
    async passTime(now) {
      for (const { conversation, timer } of await store.timersDue(now, 100)) {
        const live = lives.get(conversation) ?? (await read(conversation));
        if (!live) continue;
        const draft = live.memory.case === null ? undefined : passed(timer, live.memory.case);
        const moved = { ...live, head: { ...live.head, at: Math.max(now, live.head.at) } };
        await write(moved, draft ? [draft] : [], { timersCleared: [timer] });
      }
    },
  };
}

function identityOf({ channel, conversation }: SeenTurn) {
  return { channel, address: conversation };
}

/** Ids of some channels hold a phone number: what is kept for ever is a hash of them. */
function inboxRow(conversation: string, { channel, message, at }: SeenTurn) {
  const providerId = createHash('sha256').update(`${conversation}|${message?.id}`).digest('base64url').slice(0, 22);
  const row = { channel, account: '', providerId, conversation, receivedAt: at, via: 'text', text: '' } as const;
  return { ...row, id: `${conversation}/${channel}//${providerId}` };
}

function timersAt(conversation: string, at: Instant) {
  return [
    { conversation, timer: 'silent', dueAt: at + silentMs },
    { conversation, timer: 'matured', dueAt: at + maturedMs },
  ];
}

function passed(timer: string, issue: string): Draft | undefined {
  if (timer === 'silent') return { type: 'case.silent', actor: 'system', data: { case: issue, afterMs: silentMs } };
  return timer === 'matured' ? { type: 'case.matured', actor: 'system', data: { case: issue } } : undefined;
}

/** Gives drafts their place in the log. */
function seal({ head, memory }: Live, drafts: readonly Draft[]): readonly Event[] {
  const { conversation, at } = head;
  const turn = drafts.some(({ type }) => type === 'customer.said') ? memory.turn + 1 : memory.turn;
  const issue = drafts.find((draft) => draft.type === 'case.opened')?.data.case ?? memory.case;
  return drafts.map((draft, index) => {
    const data = draft.type === 'customer.said' ? { ...draft, data: { ...draft.data, turn } } : draft;
    return { ...data, conversation, seq: head.seq + index + 1, at, turn, case: issue, v: versionOf(draft.type) };
  });
}
