/** Days that are counted from today: "tomorrow", "next Friday", "in drei Tagen", "hace dos semanas". */
import { addMonths, type Day, isSpeakable, partsOf } from '../calendar/civil.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { ReadDay } from './read-numeric-day.ts';
import { totals } from './length.ts';
import { readAmount } from './read-duration.ts';
import { endsWith, follow, type Match, match, type Said } from './said.ts';

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
  return { day: today + daysTo(said, { weekday: named.value, today, which: which?.value }), next: (behind ?? named).next };
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
  if (ahead) return shifted(said, ahead.next, 1);
  const ago = match(said, at, 'ago');
  if (ago) return shifted(said, ago.next, -1);
  const amount = readAmount(said, at);
  const behind = amount && follow(said, amount.next, 'agoAfter');
  if (behind) return shifted(said, at, -1, behind);
  const later = amount && follow(said, amount.next, 'aheadAfter');
  return later && shifted(said, at, 1, later);
}

function shifted(said: Said, at: number, sign: 1 | -1, behind?: Match): Shifted | undefined {
  const amount = readAmount(said, at);
  if (!amount || !said.now) return undefined;
  const { months, days, minutes } = totals(amount.length);
  const minute = said.now.minute + sign * Math.round(minutes);
  const over = Math.floor(minute / 1440);
  const moved = Math.abs(months) > 120_000 ? Number.NaN : addMonths(said.now.day, sign * months);
  const day = moved + sign * days + over;
  if (!isSpeakable(day)) return undefined;
  return { at: { day, minute: minute - over * 1440 }, isDay: minutes === 0, next: behind?.next ?? amount.next };
}
