/**
 * Finds days, times, lengths and stretches of time as people write them in the languages of ./words. No library is used: docs/decisions/026.
 */
import { formatDay } from './calendar/civil.ts';
import type { LocalTime, Zone } from './calendar/zone.ts';
import { formatClock, readHour } from './reading/read-clock.ts';
import { type Piece, readPiece } from './reading/read-piece.ts';
import { readDayOfMonth } from './reading/read-written-day.ts';
import { follow, isNear, listen, match, readCount, type Said, type Words, wordsOf } from './reading/said.ts';

/**
 * What was found. Offsets count UTF-16 units, the end is exclusive. A date is `2025-03-04`, a time `14:30`, a datetime ISO 8601 with the offset of the
 * zone, a duration ISO 8601; a range is half-open.
 */
export type FoundDate = {
  readonly start: number;
  readonly end: number;
} & (
  | { readonly type: 'date' | 'time' | 'datetime' | 'duration'; readonly value: string }
  | { readonly type: 'range'; readonly value: { readonly from: string; readonly to: string } }
);

/**
 * @property moment the customer's local time, asked for only where a text may tell of time; without it what is counted from today is not found
 */
export type DateSetting = {
  readonly locale: string;
  readonly moment?: () => { readonly now: LocalTime; readonly zone: Zone };
};

/** found in one text; more are noise */
const mostFound = 100;

/** Everything in a text that tells of time, in its order, nothing twice. Takes time in proportion to the text. */
export function findDates(text: string, { locale, moment }: DateSetting): readonly FoundDate[] {
  return findDatesIn(wordsOf(text, locale), moment);
}

/** As `findDates`, of words that were read already. */
export function findDatesIn(words: Words, moment?: DateSetting['moment']): readonly FoundDate[] {
  const said = listen(words, moment);
  if (!said) return [];
  const found: FoundDate[] = [];
  for (let at = 0; at < said.tokens.length && found.length < mostFound; ) {
    const read = begins(said, at) ? (readRange(said, at) ?? readSingle(said, at)) : undefined;
    if (read?.found) found.push(read.found);
    at = read?.next ?? at + 1;
  }
  return found;
}

function begins({ tokens, language, spoken }: Said, at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    ((token.isDigits && token.word.length < 5) || language.phrases.has(token.word) || spoken.has(token.start))
  );
}

type Read = { readonly found?: FoundDate | undefined; readonly next: number };

function readSingle(said: Said, at: number): Read | undefined {
  const piece = readPiece(said, at);
  const other = match(said, at, 'notDates') ?? match(said, at, 'part');
  const isLonger = other && other.next > (piece?.next ?? 0);
  if (isLonger || (other && match(said, at, 'notDates'))) return { next: other.next };
  return piece && { found: toFound(said, at, piece), next: piece.next };
}

function toFound(said: Said, at: number, piece: Piece): FoundDate | undefined {
  const place = spanOf(said, at, piece.next);
  switch (piece.kind) {
    case 'date':
      return { type: 'date', ...place, value: formatDay(piece.day) };
    case 'time':
      return { type: 'time', ...place, value: formatClock(piece.minute) };
    case 'datetime':
      return { type: 'datetime', ...place, value: formatMoment(said, piece) };
    case 'duration':
      return { type: 'duration', ...place, value: piece.iso };
    case 'period':
      return { type: 'range', ...place, value: { from: formatDay(piece.day), to: formatDay(piece.to) } };
  }
}

/** Words that lead to a value, such as "at", are no part of it. */
function spanOf(said: Said, at: number, next: number): { readonly start: number; readonly end: number } {
  const lead = match(said, at, 'at');
  const first = lead && lead.next < next && !match(said, at, 'month') ? lead.next : at;
  return { start: said.tokens[first]?.start ?? 0, end: said.tokens[next - 1]?.end ?? 0 };
}

function formatMoment({ zone }: Said, { at, iso }: Piece & { readonly kind: 'datetime' }): string {
  if (iso !== undefined) return iso;
  return zone ? zone.format(at) : `${formatDay(at.day)}T${formatClock(at.minute)}`;
}

/** "from 3 to 5 March", "zwischen 9 und 17 Uhr", "del 3/4 al 5/4", "9-17 Uhr". */
function readRange(said: Said, at: number): Read | undefined {
  const between = match(said, at, 'between');
  const lead = between ?? match(said, at, 'from');
  return rangeFrom(said, at, { start: lead?.next ?? at, link: between ? 'and' : 'until', isLed: lead !== undefined });
}

type Form = { readonly start: number; readonly link: 'and' | 'until'; readonly isLed: boolean };

function rangeFrom(said: Said, at: number, form: Form): Read | undefined {
  if (form.isLed && !isNear(said, form.start)) return undefined;
  const first = endOfRange(said, form.start);
  const whole = first && joined(said, first, form);
  if (whole) return whole && { found: { ...whole.found, start: startOf(said, at, form) }, next: whole.next };
  return undefined;
}

function startOf({ tokens }: Said, at: number, { start, isLed }: Form): number {
  return tokens[isLed ? at : start]?.start ?? 0;
}

/** One end of a range: what tells of time by itself, or a number that the other end makes clear. */
type End = { readonly piece?: Piece | undefined; readonly bare?: number | undefined; readonly next: number };

function endOfRange(said: Said, at: number): End | undefined {
  const piece = readPiece(said, at);
  const isEnd = piece && (piece.kind === 'date' || piece.kind === 'time' || piece.kind === 'datetime');
  if (isEnd) return { piece, next: piece.next };
  const hour = readHour(said, at);
  if (hour && !hour.isBare) return { piece: { kind: 'time', ...hour }, next: hour.next };
  const bare = readDayOfMonth(said, at) ?? readCount(said, at);
  return bare && { bare: bare.value, next: bare.next };
}

type Joined = { readonly found: FoundDate; readonly next: number };

function joined(said: Said, first: End, { link, isLed }: Form): Joined | undefined {
  const isDash = /^\s?[-–—]\s?$/.test(said.tokens[first.next]?.gap ?? '');
  const word = follow(said, first.next, link) ?? (first.next > 0 ? match(said, first.next, link) : undefined);
  if (!word && !isDash) return undefined;
  if (first.bare !== undefined && !isLed && !isDash) return undefined;
  const place = word?.next ?? first.next;
  const isTimes = isLed && (first.piece?.kind === 'time' || match(said, first.next, 'at') !== undefined);
  const second = secondEnd(said, place, isTimes);
  if (!second) return undefined;
  const from = first.piece ?? completed(first.bare, second);
  const value = from && rangeOf(said, from, second);
  return (
    value && {
      found: { type: 'range', start: 0, end: said.tokens[second.next - 1]?.end ?? 0, value },
      next: second.next,
    }
  );
}

/** "von 9 Uhr bis 17", "dalle 9 alle 17": the first end, or the word between, says that these are times. */
function secondEnd(said: Said, at: number, isTimes: boolean): Piece | undefined {
  const piece = readPiece(said, at);
  if (piece?.kind === 'date' || piece?.kind === 'time' || piece?.kind === 'datetime') return piece;
  const hour = readHour(said, at);
  return hour && (isTimes || !hour.isBare) ? { kind: 'time', ...hour } : undefined;
}

/** "3 to 5 March": the day is of the same month; "3-5 pm": the hour is of the same half of the day, if it comes before. */
function completed(bare: number | undefined, second: Piece): Piece | undefined {
  if (bare === undefined || !Number.isInteger(bare)) return undefined;
  if (second.kind === 'date') {
    if (second.isCounted) return undefined;
    const day = second.day - dayOfMonth(second.day) + bare;
    return bare >= 1 && day < second.day ? { kind: 'date', day, next: 0 } : undefined;
  }
  if (second.kind !== 'time' || bare < 0 || bare > 24) return undefined;
  const isSameHalf =
    second.minute >= 720 && bare < 12 && bare * 60 + 720 < second.minute && second.minute < 1080 && bare < 6;
  return { kind: 'time', minute: bare * 60 + (isSameHalf ? 720 : 0), isBare: false, next: 0 };
}

function dayOfMonth(day: number): number {
  return Number(formatDay(day).slice(8));
}

function rangeOf(said: Said, from: Piece, to: Piece): { readonly from: string; readonly to: string } | undefined {
  if (from.kind === 'date' && to.kind === 'date') return daysBetween(from.day, to.day, to.isCounted === true);
  if (from.kind === 'time' && to.kind === 'time') return { from: formatClock(from.minute), to: formatClock(to.minute) };
  if (from.kind === 'datetime' && to.kind === 'datetime')
    return { from: formatMoment(said, from), to: formatMoment(said, to) };
  // "tomorrow from 3 to 5"
  if (from.kind === 'datetime' && to.kind === 'time')
    return {
      from: formatMoment(said, from),
      to: formatMoment(said, { ...from, at: { ...from.at, minute: to.minute } }),
    };
  return undefined;
}

/** "Monday to Wednesday" ends behind its beginning, in the week after where it must. */
function daysBetween(
  from: number,
  to: number,
  isCounted: boolean,
): { readonly from: string; readonly to: string } | undefined {
  const end = to < from && isCounted && from - to < 7 ? to + 7 : to;
  return end >= from ? { from: formatDay(from), to: formatDay(end + 1) } : undefined;
}
