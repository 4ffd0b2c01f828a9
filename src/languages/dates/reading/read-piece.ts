/** One day, time or length of time, whichever is the longest that begins at a word. */
import { addMonths, type Day, partsOf } from '../calendar/civil.ts';
import type { LocalTime } from '../calendar/zone.ts';
import { formatLength } from './length.ts';
import { type Clock, inPart, readClock } from './read-clock.ts';
import { readAmount } from './read-duration.ts';
import { type ReadDay, readNumericDay } from './read-numeric-day.ts';
import { readRelativeDay, readShift } from './read-relative-day.ts';
import { readWrittenDay } from './read-written-day.ts';
import { after, endsWith, follow, isNear, match, type Said, skip } from './said.ts';

/**
 * @property isCounted a date that was said by its distance from today, or as a weekday
 * @property to first day that is no longer part of a `period`
 */
export type Piece = { readonly next: number } & (
  | { readonly kind: 'date'; readonly day: Day; readonly isCounted?: boolean }
  | { readonly kind: 'time'; readonly minute: number; readonly isBare: boolean }
  | { readonly kind: 'datetime'; readonly at: LocalTime; readonly iso?: string }
  | { readonly kind: 'duration'; readonly iso: string }
  | { readonly kind: 'period'; readonly day: Day; readonly to: Day }
);

export function readPiece(said: Said, at: number): Piece | undefined {
  const moment = readIso(said, at) ?? shiftAt(said, at);
  if (moment) return moment;
  const period = readPeriod(said, at);
  if (period) return period;
  const day = readDay(said, at);
  if (day) return dayAndTime(said, day);
  const amount = readAmount(said, at);
  const clock = readClock(said, at);
  if (clock && (!amount || clock.next > amount.next || (clock.next === amount.next && isTime(said, at, clock))))
    return timeAndDay(said, clock);
  return amount && { kind: 'duration', iso: formatLength(amount.length), next: amount.next };
}

/** What can be both, "14h30" or "17 Uhr", is a time behind a word such as "at", and where the hour is a late one written with its minutes. */
function isTime(said: Said, at: number, { minute }: Clock): boolean {
  return match(said, at, 'at') !== undefined || (minute >= 420 && said.tokens[at + 2]?.isDigits === true);
}

function shiftAt(said: Said, at: number): Piece | undefined {
  const shift = readShift(said, at);
  if (!shift) return undefined;
  if (!shift.isDay) return { kind: 'datetime', at: shift.at, next: shift.next };
  return dayAndTime(said, { day: shift.at.day, next: shift.next });
}

/** A day, with its weekday before it where that is said too: "Monday, 3 March". */
function readDay(said: Said, at: number): ReadDay | undefined {
  const weekday = match(said, at, 'weekday');
  if (weekday && isNear(said, weekday.next)) {
    const start = skip(said, skip(said, weekday.next, 'links'), 'links');
    const named = isNear(said, start) ? (readNumericDay(said, start) ?? readWrittenDay(said, start)) : undefined;
    if (named) return named;
  }
  return readNumericDay(said, at) ?? readWrittenDay(said, at) ?? asCounted(readRelativeDay(said, at));
}

function asCounted(day: ReadDay | undefined): ReadDay | undefined {
  return day && { ...day, isCounted: true };
}

/** "tomorrow at 3", "Freitag Abend um 8". */
function dayAndTime(said: Said, { day, next, isCounted = false }: ReadDay): Piece {
  const part = follow(said, next, 'part') ?? partBefore(said, next);
  const start = Math.max(next, part?.next ?? 0);
  const comma = skip(said, start, 'and');
  const clock = isNear(said, start)
    ? (readClock(said, start) ?? (comma > start ? readClock(said, comma) : undefined))
    : undefined;
  if (!clock) return { kind: 'date', day, next: start, isCounted };
  return { kind: 'datetime', at: { day, minute: inPart(clock.minute, part?.value ?? 0) }, next: clock.next };
}

/** "tonight", "esta tarde", "vanavond": the phrase for the day says the part of it too. */
function partBefore(said: Said, next: number) {
  return [1, 2, 3].map((back) => match(said, next - back, 'part')).find((part) => part?.next === next);
}

/** "at 3 pm on Friday", "um 8 Uhr morgen" */
function timeAndDay(said: Said, clock: Clock): Piece {
  const { minute, isBare } = clock;
  const time: Piece = { kind: 'time', minute, isBare, next: clock.next };
  if (!isNear(said, clock.next)) return time;
  const start = skip(said, clock.next, 'on');
  const day = isNear(said, start) ? (readDay(said, start) ?? readDay(said, clock.next)) : undefined;
  if (!day) return time;
  const part = follow(said, day.next, 'part');
  return {
    kind: 'datetime',
    at: { day: day.day, minute: inPart(minute, part?.value ?? 0) },
    next: part?.next ?? day.next,
  };
}

const isoForm = /(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})/y;

/** An instant with its offset is taken as it is written. */
function readIso(said: Said, at: number): Piece | undefined {
  const start = said.tokens[at]?.start ?? 0;
  isoForm.lastIndex = start;
  const found = isoForm.exec(said.text);
  if (!found || !Number.isFinite(Date.parse(`${found[1]}T${found[2]}:${found[3]}Z`))) return undefined;
  const offset = found[4] === 'Z' ? '+00:00' : `${found[4]?.slice(0, 3)}:${found[4]?.slice(-2)}`;
  const iso = `${found[1]}T${found[2]}:${found[3]}:00${offset}`;
  return { kind: 'datetime', at: { day: 0, minute: 0 }, iso, next: after(said, at, start + found[0].length) };
}

/** "next week", "le mois dernier", "this weekend", "March 2025": from its first day on. */
function readPeriod(said: Said, at: number): Piece | undefined {
  const month = monthAndYear(said, at);
  if (month || !said.now) return month;
  const before = match(said, at, 'which');
  const unit = before ? follow(said, before.next, 'unit') : match(said, at, 'unit');
  if (!unit) return undefined;
  const behind = before ? undefined : follow(said, unit.next, 'which');
  const isWeekend = unit.value === 10 && endsWith(said, at, 'on');
  const which = before ?? behind ?? (isWeekend ? { value: 0, next: unit.next } : undefined);
  const days = which && daysOf(unit.value, Math.min(which.value, 1), said.now.day);
  return days && { kind: 'period', ...days, next: (behind ?? unit).next };
}

function monthAndYear(said: Said, at: number): Piece | undefined {
  const month = match(said, at, 'month');
  const place = month && skip(said, month.next, 'links');
  const year = place === undefined || !isNear(said, place) ? undefined : said.tokens[place];
  if (!month || !place || !year?.isDigits || !/^(?:19|20)\d\d$/.test(year.word)) return undefined;
  const day = Date.UTC(Number(year.word), month.value - 1, 1) / 86_400_000;
  return { kind: 'period', day, to: addMonths(day, 1), next: place + 1 };
}

const [weekUnit, monthUnit, yearUnit, weekendUnit] = [5, 6, 7, 10];

/** Weeks begin on Monday. */
function daysOf(unit: number, shift: number, today: Day): { readonly day: Day; readonly to: Day } | undefined {
  const { year, month, weekday } = partsOf(today);
  const monday = today - weekday + 1 + shift * 7;
  if (unit === weekUnit) return { day: monday, to: monday + 7 };
  if (unit === weekendUnit) return { day: monday + 5, to: monday + 7 };
  const first = (months: number) => Date.UTC(year, months, 1) / 86_400_000;
  if (unit === monthUnit) return { day: first(month - 1 + shift), to: first(month + shift) };
  if (unit === yearUnit) return { day: first(shift * 12), to: first(shift * 12 + 12) };
  return undefined;
}
