/** Calendar days as `2026-03-14`, in UTC. The shop promises days, never hours. */

export type Day = string;

const dayMs = 86_400_000;

/** @param instant epoch milliseconds */
export function dayOf(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

export function addDays(day: Day, count: number): Day {
  return dayOf(Date.parse(day) + count * dayMs);
}

/** Whole days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The same day, or Monday where it is a Sunday: parcels do not move on Sundays. */
export function notSunday(day: Day): Day {
  return new Date(day).getUTCDay() === 0 ? addDays(day, 1) : day;
}

/** As one reads it: `March 14, 2026`. */
export function spoken(day: Day): string {
  return longDate.format(new Date(day));
}

const longDate = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
