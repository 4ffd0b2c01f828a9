/**
 * Conversations for tests, told as short lists: each teller gives drafts, `tell` gives them their place and time as the runtime does.
 */
import type { Draft, DraftOf, Event } from '../../src/events/event.ts';
import type { StepRef } from '../../src/events/step-ref.ts';

/** 2026-03-02 09:00:00 UTC */
export const start = 1_772_442_000_000;

/** A draft, or the seconds that pass before the next one. */
export type Beat = Draft | number;

export type Telling = {
  readonly conversation?: string;
  readonly customer?: string;
  readonly channel?: string;
  readonly locale?: string;
  readonly startAt?: number;
  readonly program?: string;
};

/** Begins the conversation and seals the beats: `turn` follows the customer, `case` follows `case.opened` and ends with `case.matured`. */
export function tell(beats: readonly Beat[], telling: Telling = {}): readonly Event[] {
  const {
    conversation = 'c1',
    customer = 'u1',
    channel = 'web',
    locale = 'en',
    startAt = start,
    program = 'p1',
  } = telling;
  const data = { customer, channel, entryPoint: 'default', touchpoint: `${channel}:default`, program, locale };
  const events: Event[] = [];
  let [at, turn, open]: [number, number, string | null] = [startAt, 0, null];
  for (const beat of [{ type: 'conversation.started', actor: 'system', data } as const, ...beats]) {
    if (typeof beat === 'number') {
      at += beat * 1000;
      continue;
    }
    if (beat.type === 'customer.said') turn = beat.data.turn;
    if (beat.type === 'case.opened') open = beat.data.case;
    events.push({ ...beat, conversation, seq: events.length + 1, at, turn, case: open, v: 1 });
    if (beat.type === 'case.matured') open = null;
  }
  return events;
}

export function step(dialog: string, name = 'ask', line = 5): StepRef {
  return { dialog, step: name, file: `dialogs/${dialog}.yaml`, line };
}

export function says(turn: number, text = 'where is my parcel', via: 'text' | 'choice' = 'text'): Draft {
  return {
    type: 'customer.said',
    actor: 'customer',
    data: { input: `m${turn}`, via, turn, characters: text.length },
    words: { text },
  };
}

export function replies(at: StepRef | null = null, text = 'Of course.'): Draft {
  return { type: 'bot.said', actor: 'bot', data: { at, choices: 0, expectsInput: false }, words: { text } };
}

export function recognises(accepted: string | null, score = 0.9): Draft {
  const candidates = accepted === null ? [] : [{ intent: accepted, score }];
  return { type: 'intent.recognised', actor: 'bot', data: { model: 'm1', threshold: 0.5, accepted, candidates } };
}

export function opens(id = 'c1/1', intent: string | null = null): Draft {
  return { type: 'case.opened', actor: 'system', data: { case: id, intent } };
}

export function enters(dialog: string, more: Partial<DraftOf<'dialog.entered'>['data']> = {}): Draft {
  const file = `dialogs/${dialog}.yaml`;
  const plain = { dialog, file, line: 1, stage: null, owner: null, by: 'intent', intent: `${dialog}.wanted` } as const;
  const rest = { from: null, goal: null, expect: null, slots: 0, authenticates: false };
  return { type: 'dialog.entered', actor: 'bot', data: { ...plain, ...rest, ...more } };
}

export function leaves(dialog: string, how: DraftOf<'dialog.left'>['data']['how'] = 'finished'): Draft {
  return { type: 'dialog.left', actor: 'bot', data: { dialog, how } };
}

export function asks(at: StepRef, reason: 'first' | 'again' | 'invalid' | 'resumed' = 'first', slot = 'order'): Draft {
  return { type: 'question.asked', actor: 'bot', data: { at, kind: 'slot', slot, attempt: 1, reason } };
}

export function unmatched(at: StepRef | null = null): Draft {
  return { type: 'message.unmatched', actor: 'bot', data: { attempt: 1, at } };
}

export function requests(request: string, purpose: 'do' | 'check' | 'verify' = 'do', at: StepRef | null = null): Draft {
  return {
    type: 'action.requested',
    actor: 'bot',
    data: { request, action: 'orders.find', at, purpose, goal: purpose === 'verify' ? 'refund' : null, slot: null },
    words: { input: { number: '12345678' } },
  };
}

export function succeeds(request: string): Draft {
  return {
    type: 'action.succeeded',
    actor: 'system',
    data: { request, action: 'orders.find', durationMs: 5 },
    words: { output: true },
  };
}

export function fails(request: string, at: StepRef | null = null): Draft {
  return {
    type: 'action.failed',
    actor: 'system',
    data: { request, action: 'orders.find', at, failure: 'error', durationMs: 5 },
    words: { message: 'down' },
  };
}

export function reaches(goal: string, at = step('refund', 'done'), verified = false): Draft {
  return { type: 'goal.reached', actor: 'bot', data: { at, goal, verified } };
}

export function verifies(goal: string, value: boolean): Draft {
  return { type: 'goal.verified', actor: 'system', data: { goal, value } };
}

export function states(value: 'yes' | 'partly' | 'no'): Draft {
  return { type: 'resolution.stated', actor: 'customer', data: { value } };
}

export function wantsPerson(count = 1): Draft {
  return { type: 'human.requested', actor: 'customer', data: { count } };
}

export function handsOver(at: StepRef | null = null, by: 'customer' | 'dialog' | 'rule' = 'customer'): Draft {
  return { type: 'handoff.requested', actor: 'bot', data: { handoff: 'h1', team: null, reason: 'asked', by, at } };
}

export function nobody(): Draft {
  return { type: 'handoff.unavailable', actor: 'system', data: { handoff: 'h1', why: 'nobody' } };
}

export function observes(words: number): Draft {
  return { type: 'message.observed', actor: 'system', data: { detector: 'words/v1', words } };
}

export function rephrases(probability: number, earlierTurn: number): Draft {
  return { type: 'message.rephrased', actor: 'system', data: { detector: 'rephrase/v2', probability, earlierTurn } };
}

const hour = 3600;

/** A day without a word, and the week in which the customer could have come back. */
export function silence(id = 'c1/1'): readonly Beat[] {
  return [24 * hour, { type: 'case.silent', actor: 'system', data: { case: id, afterMs: 24 * hour * 1000 } }];
}

export function maturity(id = 'c1/1'): readonly Beat[] {
  return [...silence(id), 144 * hour, { type: 'case.matured', actor: 'system', data: { case: id } }];
}

/** The turn in which a customer begins a dialog. */
export function begins(dialog: string, more: Partial<DraftOf<'dialog.entered'>['data']> = {}): readonly Beat[] {
  const intent = `${dialog}.wanted`;
  return [says(1), recognises(intent), opens('c1/1', intent), enters(dialog, more)];
}
