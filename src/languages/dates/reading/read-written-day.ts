/** Days with their month in words: "3 March 2025", "le premier mai", "am Dritten März", "the 15th". */
import { dayOf, partsOf } from '../calendar/civil.ts';
import { nearest, type ReadDay } from './read-numeric-day.ts';
import { endsWith, follow, isGlued, isNear, type Match, match, readCount, type Said, skip } from './said.ts';

/** Without a year the day that is nearest to today; without a today none. */
export function readWrittenDay(said: Said, at: number): ReadDay | undefined {
  return dayFirst(said, at) ?? monthFirst(said, at) ?? ordinalOnly(said, at);
}

/** The day of a month, in digits or words. */
export function readDayOfMonth(said: Said, at: number): (Match & { readonly isMarked: boolean }) | undefined {
  const token = said.tokens[at];
  if (!token) return undefined;
  const ordinal = match(said, at, 'ordinal');
  if (ordinal) return { ...ordinal, isMarked: true };
  if (!token.isDigits) return inRange(readCount(said, at), false);
  if (
    token.word.length > 2 ||
    isGlued(said, at) ||
    /\d[.,/-]$/.test(said.text.slice(Math.max(0, token.start - 2), token.start))
  )
    return undefined;
  const mark = said.tokens[at + 1]?.gap === '' ? match(said, at + 1, 'marks') : undefined;
  const isMarked = mark !== undefined || /^[.º°](?!\d)/.test(said.text.slice(token.end, token.end + 2));
  return inRange({ value: Number(token.word), next: mark?.next ?? at + 1 }, isMarked);
}

function inRange(found: Match | undefined, isMarked: boolean): (Match & { readonly isMarked: boolean }) | undefined {
  return found && Number.isInteger(found.value) && found.value >= 1 && found.value <= 31
    ? { ...found, isMarked }
    : undefined;
}

function dayFirst(said: Said, at: number): ReadDay | undefined {
  const day = readDayOfMonth(said, at);
  if (!day) return undefined;
  const month = parted(said, skipLinks(said, day.next), 'month');
  if (!month) return undefined;
  const year = yearAt(said, skipLinks(said, month.next));
  const isClear = !month.isWeak || year || day.isMarked || endsWith(said, at, 'on') || isCapital(said, month.next - 1);
  return isClear ? complete(said, { month, day, year }) : undefined;
}

function monthFirst(said: Said, at: number): ReadDay | undefined {
  const month = match(said, at, 'month');
  const day = month && isNear(said, month.next) ? readDayOfMonth(said, skip(said, month.next, 'links')) : undefined;
  if (!month || !day || follow(said, day.next, 'month')) return undefined;
  const year = yearAt(said, skipLinks(said, day.next));
  const isClear = !month.isWeak || year || endsWith(said, at, 'on') || isCapital(said, at);
  return isClear && !isTime(said, day.next) ? complete(said, { month, day, year }) : undefined;
}

/** The month may stand behind any one mark of dates: 04-Mar-2025, 4/Mar/2025. */
function parted(said: Said, at: number, kind: 'month'): Match | undefined {
  const gap = said.tokens[at]?.gap;
  return gap === '/' || isNear(said, at) ? match(said, at, kind) : undefined;
}

/** "May 10:30" is no tenth of May. */
function isTime({ tokens, text }: Said, next: number): boolean {
  const end = tokens[next - 1]?.end ?? 0;
  return /^:\d/.test(text.slice(end, end + 2));
}

function skipLinks(said: Said, at: number): number {
  return skip(said, skip(said, at, 'links'), 'links');
}

function yearAt(said: Said, at: number): Match | undefined {
  const token = said.tokens[at];
  const gap = token?.gap ?? '';
  if (!token?.isDigits || token.word.length !== 4 || !(gap === '/' || isNear(said, at))) return undefined;
  return { value: Number(token.word), next: at + 1 };
}

function isCapital({ text, tokens }: Said, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

type Parts = { readonly month: Match; readonly day: Match; readonly year: Match | undefined };

function complete({ now }: Said, { month, day, year }: Parts): ReadDay | undefined {
  const next = Math.max(month.next, day.next, year?.next ?? 0);
  const found = year
    ? dayOf(year.value, month.value, day.value)
    : now && nearest(now.day, (shift) => dayOf(partsOf(now.day).year + shift, month.value, day.value));
  return found === undefined ? undefined : { day: found, next };
}

const dayWords = new Set(['dia', 'giorno', 'jour']);
/** "le 2e colis" tells of no day */
const articles = new Set(['le', 'el', 'il', 'l', 'de', 'o', 'der', 'den', 'for']);

/** "on the 15th": of this month, or of the next where it is over. */
function ordinalOnly(said: Said, at: number): ReadDay | undefined {
  const day = said.tokens[at]?.isDigits ? readDayOfMonth(said, at) : undefined;
  if (!said.now || !day || !endsWith(said, at, 'on')) return undefined;
  const before = said.tokens[at - 1]?.word ?? '';
  const isLed = dayWords.has(before) || match(said, at - 2, 'on')?.next === at;
  if (!isLed && (!day.isMarked || articles.has(before))) return undefined;
  const { year, month, dayOfMonth } = partsOf(said.now.day);
  const ahead = day.value < dayOfMonth ? 1 : 0;
  const found = dayOf(month + ahead > 12 ? year + 1 : year, ((month - 1 + ahead) % 12) + 1, day.value);
  return found === undefined ? undefined : { day: found, next: day.next };
}
