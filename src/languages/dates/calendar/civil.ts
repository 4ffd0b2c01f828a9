/** Days of the Gregorian calendar as whole numbers, without clocks and zones. */

/** A day, counted from 1970-01-01. */
export type Day = number;

const dayMs = 86_400_000;

/** @returns `undefined` for a day that no calendar has (31 June), and for years before 1000 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!(year >= 1000 && year <= 9999)) return undefined;
  const day = Date.UTC(year, month - 1, dayOfMonth) / dayMs;
  const parts = Number.isInteger(day) ? partsOf(day) : undefined;
  return parts?.month === month && parts.dayOfMonth === dayOfMonth ? day : undefined;
}

/** @property weekday 1 is Monday, 7 Sunday */
export type DayParts = {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly weekday: number;
};

export function partsOf(day: Day): DayParts {
  const date = new Date(day * dayMs);
  const weekday = ((date.getUTCDay() + 6) % 7) + 1;
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate(), weekday };
}

/** The same day of another month; the last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const first = Date.UTC(year, month - 1 + months, 1) / dayMs;
  const last = Date.UTC(year, month + months, 0) / dayMs;
  return Math.min(first + dayOfMonth - 1, last);
}

/** `2025-03-04` */
export function formatDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** A count of days that a date can be made of: of more than ten thousand years none is spoken of. */
export function isSpeakable(day: Day): boolean {
  return day > -354_000 && day < 2_932_000;
}
