import type { Choice } from '../../events/speech/choice.ts';

/**
 * Reads which of the offered choices a text names: by value or title, by its number in the list, or by a title that stands whole in the text.
 *
 * @returns the choice's value; `undefined` when the text names none, or more than one
 */
export function readChoice(text: string, choices: readonly Choice[]): string | undefined {
  const plain = fold(text);
  const exact = choices.find(({ title, value }) => fold(value) === plain || fold(title) === plain);
  if (exact) return exact.value;
  const number = /^#?(\d{1,2})[.)]?$/.exec(plain)?.[1];
  if (number !== undefined) return choices[Number(number) - 1]?.value;
  const named = choices.filter(({ title }) => ` ${plain} `.includes(` ${fold(title)} `));
  return named.length === 1 ? named[0]?.value : undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#.)]+/gu, ' ')
    .trim();
}
