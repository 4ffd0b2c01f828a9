/** Local times of a zone (IANA), by the tables the engine brings. */
import type { Day } from './civil.ts';

/**
 * @property day of the local calendar
 * @property minute of that day
 */
export type LocalTime = { readonly day: Day; readonly minute: number };

/** Minutes by which local clocks are ahead of UTC. */
type Offset = (epochMs: number) => number;

export type Zone = {
  readonly name: string;
  local(epochMs: number): LocalTime;
  /** ISO 8601 with offset: `2025-03-04T15:00:00+01:00`. A time that clocks skip is moved on by what they skip. */
  format(local: LocalTime): string;
};

const dayMinutes = 1_440;
const minuteMs = 60_000;

/** A zone that the engine does not know is UTC. */
export function createZone(name: string): Zone {
  const offset = offsetsOf(name);
  const local = (epochMs: number): LocalTime => {
    const minutes = Math.floor(epochMs / minuteMs) + offset(epochMs);
    const day = Math.floor(minutes / dayMinutes);
    return { day, minute: minutes - day * dayMinutes };
  };
  return { name, local, format: (time) => format(instantOf(time, offset), offset) };
}

function instantOf({ day, minute }: LocalTime, offset: Offset): number {
  const asUtc = (day * dayMinutes + minute) * minuteMs;
  const guess = asUtc - offset(asUtc) * minuteMs;
  const instant = asUtc - offset(guess) * minuteMs;
  return instant + offset(instant) * minuteMs === asUtc ? instant : Math.max(guess, instant);
}

function format(epochMs: number, offset: Offset): string {
  const ahead = offset(epochMs);
  const shown = new Date(epochMs + ahead * minuteMs).toISOString().slice(0, 19);
  const size = Math.abs(ahead);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${shown}${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function offsetsOf(name: string): Offset {
  const clock = clockOf(name);
  if (!clock) return () => 0;
  return (epochMs) => {
    const value = clock.formatToParts(epochMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(value) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -size : size;
  };
}

function clockOf(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}
