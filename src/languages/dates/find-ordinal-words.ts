/** Places in a row: "first", "der Zweite", "3rd", "2º". */
import { dateLanguageOf, type Kind } from './reading/date-language.ts';
import { listenFor, match, type Said, type Words, wordsOf } from './reading/said.ts';

/** Offsets are those of the text; the end is exclusive. */
export type OrdinalWord = { readonly value: number; readonly start: number; readonly end: number };

/** Those of the language, up to what its list holds in words. What counts something ("30 seconds") is none. */
function findOrdinalWords(text: string, locale: string): readonly OrdinalWord[] {
  return findOrdinalsIn(wordsOf(text, locale));
}

/** As `findOrdinalWords`, of words that were read already. */
export function findOrdinalsIn(words: Words): readonly OrdinalWord[] {
  const said = listenFor(words, { kinds: ordinalKinds });
  if (!said) return [];
  const found: OrdinalWord[] = [];
  for (let at = 0; at < said.tokens.length; ) {
    const read = inFigures(said, at) ?? inWords(said, at);
    if (read) found.push(spanned(said, at, read));
    at = read?.next ?? at + 1;
  }
  return found;
}

/** The place a phrase says and nothing else does, in the order of the language; 0 where it says none. */
export function ordinalOf(phrase: string, locale: string): number {
  const [found, ...others] = findOrdinalWords(phrase, locale);
  return found && others.length === 0 && found.start === 0 && found.end === phrase.length ? found.value : 0;
}

const ordinalKinds: ReadonlySet<Kind> = new Set(['ordinal']);

type Read = { readonly value: number; readonly next: number };

function spanned({ tokens }: Said, at: number, { value, next }: Read): OrdinalWord {
  return { value, start: tokens[at]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 };
}

function inFigures(said: Said, at: number): Read | undefined {
  const token = said.tokens[at];
  const mark = token?.isDigits && said.tokens[at + 1]?.gap === '' ? match(said, at + 1, 'marks') : undefined;
  const isPart = /[\p{L}\p{N}.,:/-]$/u.test(said.text.slice(Math.max(0, (token?.start ?? 0) - 1), token?.start ?? 0));
  return mark && token && token.word.length <= 4 && !isPart
    ? { value: Number(token.word), next: mark.next }
    : undefined;
}

/** "One second" is a length of time, and so is what a second is called elsewhere. */
function inWords(said: Said, at: number): Read | undefined {
  const found = match(said, at, 'ordinal');
  if (!found) return undefined;
  const before = said.tokens[at - 1];
  const isUnit = match(said, at, 'unit') !== undefined;
  const isCounted =
    before !== undefined && (before.isDigits || said.spoken.has(before.start) || isArticle(said, at - 1));
  return isUnit && isCounted ? undefined : found;
}

function isArticle({ tokens, locale }: Said, at: number): boolean {
  return (
    dateLanguageOf(locale)
      .phrases.get(tokens[at]?.word ?? '')
      ?.some(({ kind }) => kind === 'one') ?? false
  );
}
