import type { Stretch } from '../../dialogs/program.ts';
import type { Instant } from '../../events/instant.ts';

/** How long nobody is to be disturbed yet, in milliseconds; 0 outside of the quiet hours, which may lie around midnight. */
export function quietFor(quiet: Stretch | null, zone: string, at: Instant): number {
  if (!quiet) return 0;
  const { from, to } = quiet;
  const minute = minuteOfDay(zone, at);
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return 0;
  const left = (to - minute + day) % day;
  return left * minuteMs - (at % minuteMs);
}

const minuteMs = 60_000;
const day = 24 * 60;

function minuteOfDay(zone: string, at: Instant): number {
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  const [hours = 0, minutes = 0] = written.split(':').map(Number);
  return hours * 60 + minutes;
}
