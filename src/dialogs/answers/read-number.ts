/** Reads a number in an answer: digits in either notation, or an English word up to twenty. */

const words: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

/** @returns `undefined` when the text holds none, or several different ones */
export function readNumber(text: string): number | undefined {
  const found = [...digitsIn(text), ...wordsIn(text)];
  return new Set(found).size === 1 ? found[0] : undefined;
}

function digitsIn(text: string): readonly number[] {
  const matches = text
    .slice(0, 400)
    .matchAll(/(?<![\p{L}\d.,])[-−+]?\d+(?:[.,' ]\d{3})*(?:[.,]\d+)?(?!\d|[.,]\d|\p{L}{4})/gu);
  return [...matches].map(([digits]) => Number(plain(digits))).filter((value) => Number.isFinite(value));
}

/** The last separator is the decimal one, unless exactly three digits follow every one of its kind. */
function plain(digits: string): string {
  const tight = digits.replace('−', '-').replace(/[' ]/g, '');
  const last = Math.max(tight.lastIndexOf('.'), tight.lastIndexOf(','));
  if (last < 0) return tight;
  const isGrouping = /^[-+]?\d{1,3}(?:,\d{3})+$/.test(tight) || /^[-+]?\d{1,3}(?:\.\d{3}){2,}$/.test(tight);
  if (isGrouping) return tight.replace(/[.,]/g, '');
  return `${tight.slice(0, last).replace(/[.,]/g, '')}.${tight.slice(last + 1)}`;
}

function wordsIn(text: string): readonly number[] {
  const spoken = text
    .slice(0, 400)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return spoken.map((word) => words.indexOf(word)).filter((value) => value >= 0);
}
