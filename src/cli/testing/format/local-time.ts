import type { Instant } from '../../../events/instant.ts';

/** The instant of a time such as `2026-03-18T11:00`, in the zone unless it says its own (`Z`, `+01:00`). NaN for a date that does not exist. */
export function localTime(text: string, zone: string): Instant {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return Date.parse(text);
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) return asUtc;
  const near = asUtc - offsetMs(asUtc, zone);
  return asUtc - offsetMs(near, zone);
}

/** How far the clocks of the zone are ahead of UTC. Swedish writes dates as ISO does. */
function offsetMs(at: Instant, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    at,
  );
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
