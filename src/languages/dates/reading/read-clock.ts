/** Times of day: "14:30", "3 pm", "halb drei", "las dos y media", "ten to six", "noon". */
import { after, follow, isGlued, isNear, type Match, match, readCount, type Said, skip } from './said.ts';

/**
 * @property minute of the day
 * @property isBare only a number said after a word such as "at"
 */
export type Clock = { readonly minute: number; readonly next: number; readonly isBare: boolean };

const noon = 720;

/** The word before a time is part of it. Without am, pm or a part of the day the hours are those that were said: "at 3" is 03:00. */
export function readClock(said: Said, at: number): Clock | undefined {
  const before = match(said, at, 'at');
  const start = before && isNear(said, before.next) ? before.next : at;
  const isAt = before !== undefined && before.isWeak !== true;
  const clock = readFrom(said, start, isAt) ?? (before ? readFrom(said, at, false) : undefined);
  return clock && withPart(said, clock);
}

/** A time where one must stand, as at the end of a range: a bare number is an hour. */
export function readHour(said: Said, at: number): Clock | undefined {
  const clock = readFrom(said, match(said, at, 'at')?.next ?? at, true);
  return clock && withPart(said, clock);
}

function readFrom(said: Said, at: number, isAt: boolean): Clock | undefined {
  return named(said, at) ?? minutesFirst(said, at) ?? figures(said, at, isAt) ?? hourFirst(said, at, isAt);
}

function named(said: Said, at: number): Clock | undefined {
  const found = match(said, at, 'time');
  return found && { minute: found.value === 1 ? noon : 0, next: found.next, isBare: false };
}

/** "ten past six", "quarter to six", "halb drei", "fünf vor halb drei", "Viertel nach drei", "drei viertel drei" */
function minutesFirst(said: Said, at: number): Clock | undefined {
  const half = match(said, at, 'half');
  if (half) return halfOf(said, half.next);
  const most = match(said, at, 'threeQuarters');
  const hour = most && isNear(said, most.next) ? hourAt(said, most.next) : undefined;
  if (hour) return timeAt(hour.value * 60 - 15, hour.next);
  const quarter = match(said, at, 'quarter');
  const count = quarter ? { value: 15, next: quarter.next } : fives(said, at);
  return count && besideHour(said, count);
}

function halfOf(said: Said, at: number): Clock | undefined {
  const { halfBefore } = said.language;
  const past = halfBefore ? undefined : follow(said, at, 'afterHour');
  const hour = isNear(said, past?.next ?? at) ? hourAt(said, past?.next ?? at) : undefined;
  if (!hour || (!halfBefore && !past)) return undefined;
  return timeAt(hour.value * 60 + (halfBefore ? -30 : 30), hour.next);
}

/** Minutes that people name without saying "minutes". */
function fives(said: Said, at: number): Match | undefined {
  const count = readCount(said, at);
  if (!count) return undefined;
  const unit = follow(said, count.next, 'unit');
  const isMinutes = unit?.value === 2 && count.value > 0 && count.value < 60;
  if (isMinutes) return { value: count.value, next: unit.next };
  return [5, 10, 15, 20, 25].includes(count.value) ? count : undefined;
}

function besideHour(said: Said, count: Match): Clock | undefined {
  const past = follow(said, count.next, 'afterHour');
  const to = follow(said, count.next, 'beforeHour');
  const at = (past ?? to)?.next;
  if (at === undefined || !isNear(said, at)) return undefined;
  const half = match(said, at, 'half');
  const base = half && said.language.halfBefore ? halfOf(said, half.next) : wholeHour(said, at);
  return base && timeAt(base.minute + (past ? count.value : -count.value), base.next);
}

/** "five past six", but not "five to six euros". */
function wholeHour(said: Said, at: number): Clock | undefined {
  const hour = hourAt(said, at);
  return hour && !isCounted(said, hour.next) ? timeAt(hour.value * 60, hour.next) : undefined;
}

const colon = /(\d{1,2})(?::|(?<! )[hH](?=\d))(\d{2})(?::\d{2})?(?![\d:])/y;
const point = /(\d{1,2})[.,](\d{2})(?![\d.,]|\.\d)/y;

function figures(said: Said, at: number, isAt: boolean): Clock | undefined {
  const token = said.tokens[at];
  if (
    !token?.isDigits ||
    isGlued(said, at) ||
    /[\d.,:/-]$/.test(said.text.slice(Math.max(0, token.start - 1), token.start))
  )
    return undefined;
  colon.lastIndex = token.start;
  point.lastIndex = token.start;
  const plain = colon.exec(said.text);
  const found = plain ?? point.exec(said.text);
  if (!found) return undefined;
  const next = after(said, at, token.start + found[0].length);
  const clock = timeAt(Number(found[1]) * 60 + Number(found[2]), next);
  if (!clock || Number(found[1]) > 24 || Number(found[2]) > 59) return undefined;
  const half = meridiem(said, next);
  const oclock = follow(said, next, 'clock');
  const isClear = plain !== null || half || oclock || (isAt && !isCounted(said, next));
  return isClear ? withMeridiem({ ...clock, next: oclock?.next ?? next }, half) : undefined;
}

/** "3 pm", "um 3", "14 Uhr 30", "las dos y media", "six o'clock". */
function hourFirst(said: Said, at: number, isAt: boolean): Clock | undefined {
  const hour = hourAt(said, at);
  if (!hour) return undefined;
  const half = meridiem(said, hour.next);
  if (half) return withMeridiem({ minute: hour.value * 60, next: hour.next, isBare: false }, half);
  const clock = follow(said, hour.next, 'clock');
  const next = clock?.next ?? hour.next;
  const minutes = minutesAfter(said, next, clock !== undefined);
  if (minutes && (clock || isAt || minutes.isFixed))
    return timeAt(hour.value * 60 + minutes.value, skip(said, minutes.next, 'clock'));
  if (isOfPart(said, next) || (clock && !isLength(said, at, isAt))) return timeAt(hour.value * 60, next);
  if (!isAt || !said.language.bareHours || isCounted(said, next)) return undefined;
  const bare = timeAt(hour.value * 60, next);
  return bare && { ...bare, isBare: true };
}

/** "eight in the evening", "9 de la mañana", "8 abends": the part of the day says that it is a time. */
function isOfPart(said: Said, at: number): boolean {
  const part = follow(said, at, 'part');
  return part !== undefined && (part.next > at + 1 || /s$/.test(said.tokens[at]?.word ?? ''));
}

/** In languages that say "3 hours" for 3 o'clock, a length of time unless something such as "at" stands before. */
function isLength(said: Said, at: number, isAt: boolean): boolean {
  const hour = hourAt(said, at);
  const isUnit = hour && follow(said, hour.next, 'unit')?.value === 3;
  return isUnit === true && !isAt && hour.value < 13;
}

type Minutes = Match & { readonly isFixed: boolean };

/** What is added to an hour that was said; `isFixed` where it says itself that it is a time. */
function minutesAfter(said: Said, at: number, isClock: boolean): Minutes | undefined {
  return namedMinutes(said, at) ?? countedMinutes(said, at, isClock);
}

function namedMinutes(said: Said, at: number): Minutes | undefined {
  const half = said.language.halfBefore ? undefined : follow(said, at, 'half');
  if (half && said.tokens[at]?.isDigits === false) return { value: 30, next: half.next, isFixed: false };
  const less = follow(said, at, 'threeQuarters');
  if (less) return { value: -15, next: less.next, isFixed: true };
  const quarter = follow(said, at, 'quarter');
  if (quarter && !follow(said, quarter.next, 'beforeHour'))
    return { value: 15, next: quarter.next, isFixed: quarter.next > at + 1 };
  return undefined;
}

function countedMinutes(said: Said, at: number, isClock: boolean): Minutes | undefined {
  const negative = isNear(said, at) ? readCount(said, at) : undefined;
  if (negative && negative.value < 0 && negative.value > -60) return { ...negative, isFixed: true };
  const [past, to] = [follow(said, at, 'past'), follow(said, at, 'to')];
  const start = (past ?? to)?.next ?? (isClock ? at : undefined);
  const count = start !== undefined && isNear(said, start) ? readCount(said, start) : undefined;
  if (!count || !Number.isInteger(count.value) || count.value < 1 || count.value > 59) return undefined;
  if (isCounted(said, count.next) && follow(said, count.next, 'unit')?.value !== 2) return undefined;
  const next = skip(said, count.next, 'unit');
  return { value: to ? -count.value : count.value, next, isFixed: false };
}

function hourAt(said: Said, at: number): Match | undefined {
  const token = said.tokens[at];
  if (!token || (token.isDigits && token.word.length > 2)) return undefined;
  const count = readCount(said, at);
  const isWhole = count && count.value >= 0 && count.value <= 24 && Number.isInteger(count.value);
  return isWhole && !/^[.,:/-]\d/.test(said.text.slice(token.end, token.end + 2)) ? count : undefined;
}

/** Something is counted or priced, so that the number is no hour. */
function isCounted(said: Said, next: number): boolean {
  const end = said.tokens[next - 1]?.end ?? 0;
  const counted =
    /^\s?(?:[€$£¥₹₺%°]|(?:euros?|eur|dollars?|d[oó]lares|usd|pounds?|quid|prozent|percent|procent|por|pour|per)(?!\p{L}))/iu;
  return (
    counted.test(said.text.slice(end, end + 12)) ||
    follow(said, next, 'unit') !== undefined ||
    follow(said, next, 'month') !== undefined
  );
}

function meridiem(said: Said, at: number): Match | undefined {
  return isNear(said, at) ? match(said, at, 'meridiem') : undefined;
}

function withMeridiem(clock: Clock, half: Match | undefined): Clock | undefined {
  if (!half) return clock;
  if (clock.minute >= 780) return clock.minute < 1440 ? { ...clock, next: half.next } : undefined;
  const minute = (clock.minute % noon) + half.value * noon;
  return { minute, next: half.next, isBare: false };
}

/** "8 in the evening" is 20:00, "3 de la tarde" 15:00, "zwölf Uhr nachts" midnight. */
function withPart(said: Said, clock: Clock): Clock {
  const part = follow(said, clock.next, 'part');
  return part ? { minute: inPart(clock.minute, part.value), next: part.next, isBare: false } : clock;
}

/** @param part 1 morning, 2 afternoon, 3 evening, 4 night */
export function inPart(minute: number, part: number): number {
  if (minute >= noon) return minute < noon + 60 && part === 4 ? minute - noon : minute;
  const isLate = part === 2 || part === 3 || (part === 4 && minute >= 360);
  return isLate ? minute + noon : minute;
}

function timeAt(minute: number, next: number): Clock | undefined {
  if (!(minute >= -30 && minute <= 1440)) return undefined;
  return { minute: (minute + 1440) % 1440, next, isBare: false };
}

/** `14:30` */
export function formatClock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
