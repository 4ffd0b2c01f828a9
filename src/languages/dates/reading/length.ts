/** A length of time as it was said: 90 minutes are not an hour and a half. */

/** Years, months, weeks, days, hours, minutes, seconds. */
export type Length = readonly [number, number, number, number, number, number, number];

/** How many of the next smaller unit one makes; a part of a month is none. */
const smaller = [12, 0, 7, 24, 60, 60, 0];

/**
 * So many of a unit, by its place in a length; a part of it in the next smaller one.
 *
 * @returns `undefined` for a part of a month or of a second, and for more than a million
 */
export function lengthOf(place: number, count: number): Length | undefined {
  if (count < 0 || count > 1_000_000) return undefined;
  const whole = Math.floor(count);
  const rest = (count - whole) * (smaller[place] ?? 0);
  if (whole !== count && Math.abs(rest - Math.round(rest)) * count > 0.01) return undefined;
  if (whole !== count && Math.round(rest) === 0) return undefined;
  return add(unit(place, whole), unit(place + 1, Math.round(rest)));
}

function unit(place: number, count: number): Length {
  const at = (n: number) => (n === place ? count : 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6)];
}

export function add(one: Length, other: Length): Length {
  const [a, b, c, d, e, f, g] = other;
  return [one[0] + a, one[1] + b, one[2] + c, one[3] + d, one[4] + e, one[5] + f, one[6] + g];
}

/** The place of the largest unit there is; 7 where nothing is. */
export function largest(length: Length): number {
  const place = length.findIndex((count) => count > 0);
  return place < 0 ? length.length : place;
}

/** The same in calendar months, days, and minutes of the clock. */
export function totals([years, months, weeks, days, hours, minutes, seconds]: Length) {
  return { months: years * 12 + months, days: weeks * 7 + days, minutes: hours * 60 + minutes + seconds / 60 };
}

/** ISO 8601: `PT2H`, `P2W`, `P1Y6M`, `PT90M`. */
export function formatLength(length: Length): string {
  const [years, months, weeks, days, hours, minutes, seconds] = length;
  const onlyWeeks = weeks > 0 && largest(length) === 2 && days + hours + minutes + seconds === 0;
  if (onlyWeeks) return `P${weeks}W`;
  const date = part(years, 'Y') + part(months, 'M') + part(weeks * 7 + days, 'D');
  const time = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S');
  return date === '' && time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`;
}

function part(value: number, mark: string): string {
  return value === 0 ? '' : `${value}${mark}`;
}
