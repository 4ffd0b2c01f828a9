/** One message of `nlu parse`, understood: the shape of contract 7. */

import { slotReader } from '../../dialogs/answers/read-slot.ts';
import { readYesNo } from '../../dialogs/answers/read-yes-no.ts';
import type { Instant } from '../../events/instant.ts';
import type { Candidate, Entity, FoundIntent, Understood } from '../../events/understood.ts';
import type { Heard, VectorOf } from '../../intents/create-understand.ts';
import type { Vector } from '../../intents/meaning/meaning.ts';
import { sentimentOf } from '../../languages/feeling/sentiment-of.ts';
import { languageOf } from '../../languages/language-of.ts';

/**
 * @property expect type of the slot the message answers
 * @property vector what the provider of embeddings made of it
 */
export type ParseRow = {
  readonly id: string | number;
  readonly text: string;
  readonly expect?: string | undefined;
  readonly vector?: Vector | undefined;
};

/**
 * @property locale of every message; `undefined`: found out from each
 * @property understand without a bot or phrases it gives entities only
 */
export type Parsing = {
  readonly locale: string | undefined;
  readonly fallback: string;
  readonly now: Instant;
  readonly zone: string;
  languageOf(text: string): string | undefined;
  readonly vectorOf?: VectorOf;
  understand(
    text: string,
    heard: Heard,
  ): Pick<Understood, 'accepted' | 'candidates' | 'intents' | 'entities' | 'language'>;
};

/** @property sentiment −1…1; `null` where it cannot be measured */
export type Parsed = {
  readonly id: string | number;
  readonly language: string;
  readonly intent: string | null;
  readonly score: number;
  readonly accepted: boolean;
  readonly intents: readonly FoundIntent[];
  readonly candidates: readonly Candidate[];
  readonly entities: readonly Entity[];
  readonly sentiment: number | null;
};

export function parseRow({ id, text, expect, vector }: ParseRow, parsing: Parsing): Parsed {
  const locale = parsing.locale ?? parsing.languageOf(text) ?? parsing.fallback;
  const { now: at, zone } = parsing;
  const heard = { locale, expectsAnswer: expect !== undefined, isOffered: false, at, zone, vector };
  const { accepted, candidates, intents = [], entities, language = locale } = parsing.understand(text, heard);
  const best = candidates[0];
  const score = best?.score ?? 0;
  return {
    id,
    language: languageOf(language),
    intent: accepted,
    score,
    accepted: accepted !== null,
    intents,
    candidates,
    entities: [...entities, ...answersIn(text, { expect, entities, locale: language })],
    sentiment: sentimentOf(text, language),
  };
}

/** What a text says, without the space around it. */
function wholeOf(text: string): { readonly start: number; readonly end: number } {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

type Asked = { readonly expect: string | undefined; readonly entities: readonly Entity[]; readonly locale: string };

/** The answer to the open question, where no entity says it already. A short yes or no is one whatever was asked. */
function answersIn(text: string, { expect, entities, locale }: Asked): readonly Entity[] {
  const type = expect ?? 'yes_no';
  const isShort = expect !== undefined || (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= 3;
  const value = expect ? slotReader(type)(text, entities, locale) : isShort ? readYesNo(text, locale) : undefined;
  const isKnown = entities.some((one) => one.type === type && JSON.stringify(one.value) === JSON.stringify(value));
  if (value === undefined || isKnown) return [];
  const { start, end } = wholeOf(text);
  return [{ type, text: text.slice(start, end), start, end, value }];
}
