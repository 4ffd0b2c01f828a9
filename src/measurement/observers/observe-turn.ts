/**
 * What is computed from a customer's words inside the turn, once, and kept as events with the detector's name: folds read these, never words.
 */
import type { Draft, DraftOf } from '../../events/event.ts';
import { sentimentDetector, sentimentOf } from '../../languages/feeling/sentiment-of.ts';
import { languageOf } from '../../languages/language-of.ts';
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
  const messages = drafts.filter(isAboutIssue);
  const last = messages.at(-1);
  if (!last) return [];
  const observed: Draft = {
    type: 'message.observed',
    actor: 'system',
    data: { detector: wordsDetector, words: wordCount(messages) },
  };
  const rephrase = rephraseIn({ recent, locale, drafts }, messages, last.data.turn);
  const felt = feltIn(messages, spokenIn(drafts) ?? locale);
  return [
    observed,
    ...felt,
    ...(rephrase ? [{ type: 'message.rephrased', actor: 'system', data: rephrase } as const] : []),
  ];
}

/** What answers a survey says nothing of the issue. */
function isAboutIssue(draft: Draft): draft is DraftOf<'customer.said'> {
  return draft.type === 'customer.said' && draft.data.survey !== true;
}

/** The customer goes on in another language with this turn. */
function spokenIn(drafts: readonly Draft[]): string | undefined {
  return drafts.findLast((draft) => draft.type === 'locale.changed')?.data.to;
}

/** How it sounds, where that can be measured: a button was worded by us. */
function feltIn(messages: readonly DraftOf<'customer.said'>[], locale: string): readonly Draft[] {
  const typed = messages.filter(({ data }) => data.via === 'text');
  const value = sentimentOf(typed.map(({ words }) => words?.text ?? '').join('\n'), locale);
  if (value === null) return [];
  const data = { detector: sentimentDetector, language: languageOf(locale), value };
  return [{ type: 'message.felt', actor: 'system', data }];
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
