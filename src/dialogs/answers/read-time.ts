import { findDates } from '../../languages/dates/find-dates.ts';
import { readNumber } from './read-number.ts';

/**
 * Reads a time of day; a number alone is an hour.
 *
 * @returns the time as `14:30`; `undefined` when there is none, or more than one
 */
export function readTime(text: string, locale: string): string | undefined {
  const found = findDates(text.slice(0, 400), { locale });
  const times = new Set(found.filter(({ type }) => type === 'time').map(({ value }) => String(value)));
  if (times.size > 0) return times.size === 1 ? [...times][0] : undefined;
  const hour = found.length === 0 ? readNumber(text, locale) : undefined;
  return hour !== undefined && Number.isInteger(hour) && hour >= 0 && hour < 24
    ? `${String(hour).padStart(2, '0')}:00`
    : undefined;
}
