/** Numbers of payment cards and bank accounts, by their check digits: found so that nobody need read them. */

/** Offsets are those of the text; the end is exclusive. */
export type PaymentNumber = {
  readonly type: 'card' | 'iban';
  readonly start: number;
  readonly end: number;
  readonly last4: string;
};

const enoughDigits = /\d(?:[ \u00a0.-]?[\dA-Za-z]){11}/;
/** 13 to 19 digits that begin as cards do, in groups or not */
const card = /(?<![\p{L}\p{N}])(?:[2-6](?:[ \u00a0.-]?\d){12,18})(?![\p{L}\p{N}])/gu;
const iban = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?:[ \u00a0-]?[A-Za-z\d]){11,30}(?![\p{L}\p{N}])/gu;

/** In the order of the text. Takes time in proportion to it; a text without long numbers costs next to nothing. */
export function findPaymentNumbers(text: string): readonly PaymentNumber[] {
  if (!enoughDigits.test(text)) return [];
  const accounts = matches(text, iban).flatMap(({ start, written }) => accountAt(start, written));
  const cards = matches(text, card).filter(({ written }) => isCard(digitsOf(written)));
  const found = cards.map(({ start, written }) => numberOf('card', { start, written }));
  return [
    ...accounts,
    ...found.filter((one) => !accounts.some((other) => one.start < other.end && other.start < one.end)),
  ].toSorted((a, b) => a.start - b.start);
}

/** The text with dots for all but the last four digits of each; its length stays. */
export function hidePaymentNumbers(text: string): string {
  let hidden = text;
  for (const { start, end } of findPaymentNumbers(text))
    hidden = hidden.slice(0, start) + hideAllBut4(text.slice(start, end)) + hidden.slice(end);
  return hidden;
}

function hideAllBut4(written: string): string {
  let left = (written.match(/[\dA-Za-z]/g)?.length ?? 0) - 4;
  return written.replace(/[\dA-Za-z]/g, (sign) => (left-- > 0 ? '•' : sign));
}

type Written = { readonly start: number; readonly written: string };

function matches(text: string, expression: RegExp): readonly Written[] {
  return Array.from(text.matchAll(expression), ({ 0: written, index }) => ({ start: index, written }));
}

function numberOf(type: PaymentNumber['type'], { start, written }: Written): PaymentNumber {
  return { type, start, end: start + written.length, last4: digitsOf(written).slice(-4) };
}

function digitsOf(written: string): string {
  return written.replace(/[^\dA-Za-z]/g, '');
}

/** Luhn; figures that are all the same are none of a card. */
function isCard(digits: string): boolean {
  let sum = 0;
  for (let n = 0; n < digits.length; n++) {
    const value = Number(digits.at(-1 - n)) * (n % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}

/** Words behind the number may look like more of it: the longest beginning that checks is the number. */
function accountAt(start: number, written: string): readonly PaymentNumber[] {
  const ends = Array.from(written.matchAll(/[A-Za-z\d](?![A-Za-z\d])/g), ({ index }) => index + 1);
  const end = ends.toReversed().find((length) => isAccount(digitsOf(written.slice(0, length))));
  return end === undefined ? [] : [numberOf('iban', { start, written: written.slice(0, end) })];
}

/** ISO 13616: 15 to 34 signs, remainder 1 of 97. */
function isAccount(signs: string): boolean {
  if (signs.length < 15 || signs.length > 34) return false;
  const moved = (signs.slice(4) + signs.slice(0, 4)).toUpperCase();
  let rest = 0;
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}
