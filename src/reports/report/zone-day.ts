/**
 * Days of the business: dates in its IANA time zone, as half-open spans of instants. Days of 23 and 25 hours are days.
 */
import type { Instant } from '../../events/instant.ts';

/** The date in the zone at an instant, as `2026-03-29`. For many instants there is `createDayOf`. */
export function dateAt(at: Instant, zone: string): string {
  return formatter(zone).format(at);
}

/** The first instant of a date in the zone; where midnight is skipped, the first one after it. */
export function startOfDay(date: string, zone: string): Instant {
  const format = formatter(zone);
  const noon = Date.parse(`${date}T12:00:00Z`);
  let [low, high] = [noon - 30 * hourMs, noon + 18 * hourMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (format.format(middle) < date) low = middle;
    else high = middle;
  }
  return high;
}

/** The date after, by the calendar. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 24 * hourMs).toISOString().slice(0, 10);
}

const hourMs = 3_600_000;

/** Writes dates as ISO does, as Swedish does. To make one takes as long as hundreds of dates. */
export function formatter(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
}
