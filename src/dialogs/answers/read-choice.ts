import type { Choice } from '../../events/speech/choice.ts';
import { ordinalOf } from '../../languages/dates/find-ordinal-words.ts';
import { foldText } from '../../languages/fold-text.ts';
import { findNumberWords } from '../../languages/numbers/find-number-words.ts';
import { rulesOf } from './rules/rules-of.ts';

/**
 * Reads which of the offered choices a text names: by value or title, by a title that stands whole in the text, or by its place in the list ("2",
 * "number two", "the second one, please", "the last").
 *
 * @returns the choice's value; `undefined` when the text names none, or more than one
 */
export function readChoice(text: string, choices: readonly Choice[], locale: string): string | undefined {
  const said = text.slice(0, 400);
  const plain = fold(said, locale);
  const exact = choices.find(({ title, value }) => fold(value, locale) === plain || fold(title, locale) === plain);
  if (exact) return exact.value;
  const named = namedIn(plain, choices, locale);
  if (named.length > 0) return named.length === 1 ? named[0]?.value : undefined;
  return choices.at(placeOf(plain, { count: choices.length, locale }))?.value;
}

/** Where a title is part of a longer one that was named, it was not. */
function namedIn(plain: string, choices: readonly Choice[], locale: string): readonly Choice[] {
  const longerFirst = choices
    .map((choice) => ({ choice, title: fold(choice.title, locale) }))
    .filter(({ title }) => title !== '')
    .toSorted((a, b) => b.title.length - a.title.length);
  let rest = ` ${plain} `;
  return longerFirst.flatMap(({ choice, title }) => {
    if (!rest.includes(` ${title} `)) return [];
    rest = rest.replaceAll(` ${title} `, ' , ');
    return [choice];
  });
}

type List = { readonly count: number; readonly locale: string };

/** The place in the list, from 0; one outside of it when the text says anything but one place. */
function placeOf(plain: string, { count, locale }: List): number {
  const rules = rulesOf(locale);
  const words = plain.split(' ');
  const telling = words.filter((word) => !rules.around.test(word));
  const place = telling.length > 0 ? telling.join(' ') : plain;
  if (rules.last.test(place)) return count - 1;
  const ordinal = ordinalOf(place, locale);
  const number = ordinal > 0 ? ordinal : numberIn(place, locale);
  return number > 0 ? number - 1 : count;
}

/** 0 where the words are anything but one number. */
function numberIn(place: string, locale: string): number {
  const digits = /^#?(\d{1,2})[ªº]?$/.exec(place)?.[1];
  if (digits !== undefined) return Number(digits);
  const [found, ...others] = findNumberWords(place, locale);
  return found && others.length === 0 && found.end - found.start === place.length ? found.value : 0;
}

function fold(text: string, locale: string): string {
  return foldText(text, locale)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{M}\p{N}#ªº]+/gu, ' ')
    .trim();
}
