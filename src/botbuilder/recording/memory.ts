/** What is remembered of a conversation from turn to turn: a fold of its events, so that a process that begins anew goes on where it stopped. */
import type { Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { SaidBefore } from '../../measurement/observers/detect-rephrase.ts';

/** @property asked what the bot asked last; @property stack dialogs that run, outermost first */
export type Memory = {
  readonly seq: number;
  readonly turn: number;
  readonly at: Instant;
  readonly locale: string;
  readonly case: string | null;
  readonly cases: number;
  readonly misses: number;
  readonly requests: number;
  readonly handoffs: number;
  readonly asked: string;
  readonly stack: readonly string[];
  readonly recent: readonly SaidBefore[];
};

export const noMemory: Memory = {
  seq: 0,
  turn: 0,
  at: 0,
  locale: 'en',
  case: null,
  cases: 0,
  misses: 0,
  requests: 0,
  handoffs: 0,
  asked: '',
  stack: [],
  recent: [],
};

const mostRecent = 3;

export function remember(memory: Memory, event: Event): Memory {
  return change({ ...memory, seq: event.seq, turn: event.turn, at: event.at }, event);
}

function change(memory: Memory, event: Event): Memory {
  switch (event.type) {
    case 'conversation.started':
      return { ...memory, locale: event.data.locale };
    case 'case.opened':
      return { ...memory, case: event.data.case, cases: memory.cases + 1 };
    case 'customer.said':
      return { ...memory, recent: [...memory.recent, said(event.turn, event.words?.text ?? '')].slice(-mostRecent) };
    case 'message.unmatched':
      return { ...memory, misses: event.data.attempt };
    case 'intent.recognised':
      return { ...memory, misses: event.data.accepted === null ? memory.misses : 0 };
    case 'human.requested':
      return { ...memory, requests: event.data.count };
    case 'handoff.requested':
      return { ...memory, handoffs: memory.handoffs + 1 };
    case 'bot.said':
      return { ...memory, asked: event.data.expectsInput ? (event.words?.text ?? '') : memory.asked };
    case 'dialog.entered':
      return { ...memory, stack: [...memory.stack, event.data.dialog] };
    case 'dialog.left':
      return { ...memory, stack: memory.stack.filter((dialog) => dialog !== event.data.dialog) };
    case 'goal.reached':
      return { ...memory, recent: memory.recent.map((one) => ({ ...one, settled: true })) };
    default:
      return memory;
  }
}

function said(turn: number, text: string): SaidBefore {
  return { turn, text, intent: null, score: 0, settled: false };
}
