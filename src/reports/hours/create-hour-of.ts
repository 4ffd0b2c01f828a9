import type { Instant } from '../../events/instant.ts';

/**
 * Hours of the business: where its clocks show a full hour. Not those of UTC everywhere, as India is five and a half hours ahead.
 *
 * @param zone IANA name of the time zone
 * @returns the first instant of the hour that an instant lies in
 */
export function createHourOf(zone: string): (at: Instant) => Instant {
  const minutes = new Intl.DateTimeFormat('en', { timeZone: zone, minute: 'numeric' });
  return (at) => at - Number(minutes.format(at)) * minuteMs - (((at % minuteMs) + minuteMs) % minuteMs);
}

const minuteMs = 60_000;
