/**
 * What is computed from a customer's words inside the turn, once, and kept as events with the detector's name: folds read these, never words.
 */
import type { Draft, DraftOf } from '../../events/event.ts';
import { detectRephrase, type SaidBefore } from './detect-rephrase.ts';
import { tokensOf } from './tokens.ts';

const wordsDetector = 'words/v1';

/**
 * @property recent the customer's earlier turns, oldest first, as they were before this one
 * @property drafts what the turn decided
 */
export type Turn = {
  readonly recent: readonly SaidBefore[];
  readonly locale: string;
  readonly drafts: readonly Draft[];
};

/** @returns nothing where the customer said nothing in these drafts */
export function observeTurn({ recent, locale, drafts }: Turn): readonly Draft[] {
  const messages = drafts.filter((draft) => draft.type === 'customer.said');
  const last = messages.at(-1);
  if (!last) return [];
  const observed: Draft = {
    type: 'message.observed',
    actor: 'system',
    data: { detector: wordsDetector, words: wordCount(messages) },
  };
  const rephrase = rephraseIn({ recent, locale, drafts }, messages, last.data.turn);
  return rephrase ? [observed, { type: 'message.rephrased', actor: 'system', data: rephrase }] : [observed];
}

/** Words the customer had to type: a button is none. */
function wordCount(messages: readonly DraftOf<'customer.said'>[]): number {
  return messages.reduce(
    (sum, { data, words }) => sum + (data.via === 'text' ? tokensOf(words?.text ?? '').length : 0),
    0,
  );
}

function rephraseIn({ recent, locale, drafts }: Turn, messages: readonly DraftOf<'customer.said'>[], turn: number) {
  const recognised = drafts.find((draft) => draft.type === 'intent.recognised')?.data;
  const best = recognised?.candidates[0];
  const text = messages.map(({ words }) => words?.text ?? '').join('\n');
  return detectRephrase({
    recent,
    said: { turn, text, intent: best?.intent ?? null, score: best?.score ?? 0 },
    threshold: recognised?.threshold ?? 0,
    locale,
    isAnswer: drafts.some(isAnswer),
  });
}

function isAnswer(draft: Draft): boolean {
  if (draft.type === 'customer.said') return draft.data.via === 'choice';
  if (draft.type === 'question.closed') return draft.data.how === 'answered';
  return draft.type === 'slot.filled' && draft.data.from !== 'parameter';
}
