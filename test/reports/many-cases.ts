/**
 * A small business for report tests: conversations of a few kinds, by customers some of whom come back.
 */
import type { Event } from '../../src/events/event.ts';
import { published } from '../../src/measurement/constants/measures.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import {
  asks,
  type Beat,
  begins,
  fails,
  handsOver,
  maturity,
  nobody,
  reaches,
  replies,
  requests,
  says,
  start,
  states,
  step,
  tell,
  unmatched,
  wantsPerson,
} from '../measurement/story.ts';

const ask = step('refund', 'ask-order', 12);
const refund = begins('refund', { goal: 'refund', owner: 'billing', stage: 'after-purchase' });

export const kinds = {
  /** solved, the customer said so, no burden */
  easy: [...refund, replies(), reaches('refund', ask), replies(), states('yes'), ...maturity()],
  /** solved as far as silence tells, after two no-matches */
  bumpy: [
    ...refund,
    unmatched(ask),
    replies(),
    says(2),
    unmatched(ask),
    replies(),
    says(3),
    reaches('refund', ask),
    replies(),
    ...maturity(),
  ],
  /** handed over to nobody after a failure of the back end */
  failed: [
    ...refund,
    requests('a1', 'do', ask),
    fails('a1', ask),
    wantsPerson(),
    handsOver(ask),
    nobody(),
    replies(),
    ...maturity(),
  ],
  left: [...refund, asks(ask), replies(), ...maturity()],
  open: [...refund, asks(ask), replies()],
  mute: [replies()],
} as const satisfies Record<string, readonly Beat[]>;
export type Kind = keyof typeof kinds;

const day = 24 * 3_600_000;

/** The events of conversation `index`; every third customer comes twice in a row; one conversation a day. */
export function conversation(kind: Kind, index: number): readonly Event[] {
  const id = `c${String(index).padStart(4, '0')}`;
  const customer = `u${Math.floor((index * 3) / 4)}`;
  const channel = index % 2 === 0 ? 'web' : 'telegram';
  const beats = kinds[kind].map((beat) => renamed(beat, id));
  return tell(beats, { conversation: id, customer, channel, startAt: start + index * day });
}

function renamed(beat: Beat, id: string): Beat {
  if (typeof beat === 'number') return beat;
  switch (beat.type) {
    case 'case.opened':
      return { ...beat, data: { ...beat.data, case: `${id}/1` } };
    case 'case.silent':
      return { ...beat, data: { ...beat.data, case: `${id}/1` } };
    case 'case.matured':
      return { ...beat, data: { case: `${id}/1` } };
    default:
      return beat;
  }
}

export function factsFrom(events: readonly Event[]): readonly Facts[] {
  const id = events[0]?.conversation ?? '';
  return readConversation(published, id, foldConversation(published, startConversation, events));
}

/** @param mix kinds in turn, repeated over `count` conversations */
export function manyFacts(count: number, mix: readonly Kind[]): readonly Facts[] {
  return Array.from({ length: count }, (_, index) =>
    factsFrom(conversation(mix[index % mix.length] ?? 'easy', index)),
  ).flat();
}
