/** Days that are counted from today: "tomorrow", "next Friday", "in drei Tagen", "hace dos semanas". */
import { addMonths, type Day, isSpeakable, partsOf } from '../calendar/civil.ts';
import type { LocalTime } from '../calendar/zone.ts';
import { totals } from './length.ts';
import { type Amount, readAmount } from './read-duration.ts';
import type { ReadDay } from './read-numeric-day.ts';
import { endsWith, follow, match, type Said } from './said.ts';

export function readRelativeDay(said: Said, at: number): ReadDay | undefined {
  if (!said.now) return undefined;
  const named = match(said, at, 'day');
  return named ? { day: said.now.day + named.value, next: named.next } : weekday(said, at, said.now.day);
}

/** A weekday alone is the next one that comes; said in short it needs a word such as "on" before it. */
function weekday(said: Said, at: number, today: Day): ReadDay | undefined {
  const before = match(said, at, 'which');
  const named = before ? follow(said, before.next, 'weekday') : match(said, at, 'weekday');
  if (!named) return undefined;
  const behind = before ? undefined : follow(said, named.next, 'which');
  const which = before ?? behind;
  if (named.isWeak && !which && !endsWith(said, at, 'on') && !endsWith(said, at, 'from')) return undefined;
  return {
    day: today + daysTo(said, { weekday: named.value, today, which: which?.value }),
    next: (behind ?? named).next,
  };
}

type Asked = { readonly weekday: number; readonly today: Day; readonly which: number | undefined };

/** "next Friday" is that of next week where the language takes it so; "last Friday" the latest that is over. */
function daysTo({ language }: Said, { weekday, today, which }: Asked): number {
  const ahead = weekday - partsOf(today).weekday;
  if (which === -1) return ahead >= 0 ? ahead - 7 : ahead;
  if (which === 2 && language.nextSkips) return ahead + 7;
  return ahead <= 0 ? ahead + 7 : ahead;
}

/** A moment as far from now as was said; only a day where it is counted in days or more. */
export type Shifted = { readonly at: LocalTime; readonly isDay: boolean; readonly next: number };

export function readShift(said: Said, at: number): Shifted | undefined {
  if (!said.now) return undefined;
  const ahead = match(said, at, 'ahead');
  const before = ahead ?? match(said, at, 'ago');
  const amount = readAmount(said, before?.next ?? at);
  if (!amount) return undefined;
  if (before) return shifted(said, amount, ahead ? 1 : -1);
  const ago = follow(said, amount.next, 'agoAfter');
  const behind = ago ?? follow(said, amount.next, 'aheadAfter');
  return behind && shifted(said, { ...amount, next: behind.next }, ago ? -1 : 1);
}

function shifted(said: Said, { length, next }: Amount, sign: 1 | -1): Shifted | undefined {
  if (!said.now) return undefined;
  const { months, days, minutes } = totals(length);
  const minute = said.now.minute + sign * Math.round(minutes);
  const over = Math.floor(minute / 1440);
  const moved = Math.abs(months) > 120_000 ? Number.NaN : addMonths(said.now.day, sign * months);
  const day = moved + sign * days + over;
  if (!isSpeakable(day)) return undefined;
  return { at: { day, minute: minute - over * 1440 }, isDay: minutes === 0, next };
}
