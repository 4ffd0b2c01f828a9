import type { Instant } from '../../../events/instant.ts';
import { formatter } from '../zone-day.ts';

/**
 * The date in a zone at instants, asked for a million cases: each quarter of an hour is looked up once, since no zone's clocks change within one.
 */
export type DayOf = { at(at: Instant): string };

/** @param zone IANA name of the time zone */
export function createDayOf(zone: string): DayOf {
  const format = formatter(zone);
  const known = new Map<number, string>();
  return {
    at(at) {
      const quarter = Math.floor(at / quarterMs);
      const found = known.get(quarter) ?? format.format(at);
      if (known.size < most) known.set(quarter, found);
      return found;
    },
  };
}

export const quarterMs = 900_000;

/** Three years of quarters. */
const most = 100_000;
