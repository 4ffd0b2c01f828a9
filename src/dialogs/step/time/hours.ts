/** Whether people are at work at a moment: in the business's own time, with its holidays. */
import type { Instant } from '../../../events/instant.ts';
import type { Hours } from '../../program.ts';

/** Without hours somebody may always be there. */
export function isOpen(hours: Hours | null, at: Instant): boolean {
  if (!hours) return true;
  const { day, weekday, minute } = wallClock(hours.zone, at);
  if (hours.holidays.some((holiday) => holiday === day || holiday === day.slice(5))) return false;
  return (hours.week[weekday] ?? []).some(({ from, to }) => minute >= from && minute < to);
}

type WallClock = {
  /** `2025-03-04` */
  readonly day: string;
  /** 0 is Monday */
  readonly weekday: number;
  /** since midnight */
  readonly minute: number;
};

function wallClock(zone: string, at: Instant): WallClock {
  const written = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  const [, day = '', hour, minute] = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})/.exec(written) ?? [];
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { day, weekday, minute: Number(hour) * 60 + Number(minute) };
}

/**
 * When people are at work again, for saying so.
 *
 * @returns the first moment of work after `at`, to the minute; `undefined` when there is none within 60 days, or hours are not known
 */
export function nextOpening(hours: Hours | null, at: Instant): Instant | undefined {
  if (!hours) return undefined;
  const minuteMs = 60_000;
  const start = Math.ceil(at / minuteMs) * minuteMs;
  const quarter = 15 * minuteMs;
  for (let moment = start; moment < start + 60 * 86_400_000; moment += quarter) {
    if (isOpen(hours, moment)) return earliest(hours, { from: moment - quarter, to: moment, after: start });
  }
  return undefined;
}

function earliest(
  hours: Hours,
  { from, to, after }: { readonly from: Instant; readonly to: Instant; readonly after: Instant },
): Instant {
  for (let moment = Math.max(from, after); moment < to; moment += 60_000) if (isOpen(hours, moment)) return moment;
  return to;
}
