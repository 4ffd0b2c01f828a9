/** Reads a day that is written out in full; one that is counted from today ("next Friday") is among the entities, which know what today is. */
import { findDates } from '../../languages/dates/find-dates.ts';

/** @returns the day as `2025-03-04`; `undefined` when there is none, more than one, or when day and month could be exchanged */
export function readDate(text: string, locale: string): string | undefined {
  const found = findDates(text.slice(0, 400), { locale });
  const days = new Set(found.filter(({ type }) => type === 'date').map(({ value }) => String(value)));
  return days.size === 1 ? [...days][0] : undefined;
}
