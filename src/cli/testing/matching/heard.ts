/** What a conversation sounds like: the bot's messages with what they ask, and the facts between them, in order. */

import type { Event, EventOf } from '../../../events/event.ts';
import type { Choice } from '../../../events/speech/choice.ts';
import type { StepRef } from '../../../events/step-ref.ts';

export type Heard = HeardMessage | HeardFact;

/** @property asks the slot, or confirm, choose, offer; `null` where nothing is asked */
export type HeardMessage = {
  readonly kind: 'message';
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly at: StepRef | null;
  readonly asks: string | null;
  readonly asked: EventOf<'question.asked'>['data']['kind'] | null;
  readonly reason: string | null;
};

export type HeardFact = {
  readonly kind: 'fact';
  readonly event: EventOf<'handoff.requested'> | EventOf<'goal.reached'> | EventOf<'promise.made'>;
};

export function heard(events: readonly Event[]): readonly Heard[] {
  const all: Heard[] = [];
  for (const event of events) {
    if (event.type === 'bot.said') all.push(messageOf(event));
    if (event.type === 'question.asked') ask(all, event);
    if (isFact(event)) all.push({ kind: 'fact', event });
  }
  return all;
}

export function messagesIn(all: readonly Heard[]): readonly HeardMessage[] {
  return all.filter((one) => one.kind === 'message');
}

function messageOf({ data, words }: EventOf<'bot.said'>): HeardMessage {
  const nothingAsked = { asks: null, asked: null, reason: null };
  return { kind: 'message', text: words?.text ?? '', choices: words?.choices ?? [], at: data.at, ...nothingAsked };
}

/** The question belongs to the message said last at its step. */
function ask(all: Heard[], { data }: EventOf<'question.asked'>): void {
  const at = all.findLastIndex((one) => one.kind === 'message' && one.at?.step === data.at.step);
  const message = all[at];
  if (message?.kind !== 'message') return;
  all[at] = { ...message, asks: data.slot ?? data.kind, asked: data.kind, reason: data.reason };
}

function isFact(event: Event): event is HeardFact['event'] {
  return event.type === 'handoff.requested' || event.type === 'goal.reached' || event.type === 'promise.made';
}
