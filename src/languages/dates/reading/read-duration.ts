/** Lengths of time: "2 hours", "anderthalb Stunden", "une demi-heure", "1h30". */
import { add, type Length, largest, lengthOf } from './length.ts';
import { follow, isNear, type Match, match, readCount, type Said } from './said.ts';

export type Amount = { readonly length: Length; readonly next: number };

/** By the order of the words (second, minute, hour, day …): the place in a length, and how many of it. */
const units: readonly (readonly [number, number])[] = [
  [6, 1],
  [5, 1],
  [4, 1],
  [3, 1],
  [2, 1],
  [1, 1],
  [0, 1],
  [5, 15],
  [5, 30],
];
const [quarterHour, halfHour] = [8, 9];

/** An amount of one unit, or of two: "2 hours and 30 minutes". */
export function readAmount(said: Said, at: number): Amount | undefined {
  const first = readOne(said, at);
  if (!first) return undefined;
  const and = follow(said, first.next, 'and')?.next ?? first.next;
  const second = isNear(said, and) ? (readOne(said, and) ?? minutesBehind(said, first)) : undefined;
  const isSum = second && largest(second.length) > largest(first.length);
  return isSum ? { length: add(first.length, second.length), next: second.next } : first;
}

function readOne(said: Said, at: number): Amount | undefined {
  const bare = match(said, at, 'unit');
  if (bare?.value === quarterHour || bare?.value === halfHour) return amountOf(1, bare);
  const count = countAt(said, at);
  if (!count) return undefined;
  const half = follow(said, count.next, 'halfMore');
  const unit = follow(said, half?.next ?? count.next, 'unit');
  if (!unit) return undefined;
  const behind = half ? undefined : follow(said, unit.next, 'halfMore');
  const value = count.value + (half || behind ? 0.5 : 0);
  return amountOf(value, { value: unit.value, next: behind?.next ?? unit.next });
}

function countAt(said: Said, at: number): Match | undefined {
  const oneAndHalf = match(said, at, 'oneAndHalf');
  if (oneAndHalf) return { value: 1.5, next: oneAndHalf.next };
  const one = match(said, at, 'one');
  return readCount(said, at) ?? (one && { value: 1, next: one.next });
}

function amountOf(count: number, { value: unit, next }: Match): Amount | undefined {
  const [place, times] = units[unit - 1] ?? [];
  const length = place === undefined || times === undefined ? undefined : lengthOf(place, count * times);
  return length && { length, next };
}

/** "1h30" */
function minutesBehind(said: Said, first: Amount): Amount | undefined {
  const token = said.tokens[first.next];
  const isMinutes = token?.isDigits && token.word.length === 2 && token.gap === '' && largest(first.length) === 4;
  const length = isMinutes ? lengthOf(5, Number(token.word)) : undefined;
  return length && { length, next: first.next + 1 };
}
