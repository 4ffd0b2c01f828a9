/** Reads a day that is written out in full. What needs a calendar or a clock ("next Friday") is found by the entity finders instead. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';

/** @returns the day as `2025-03-04`; `undefined` when there is none, or when day and month could be exchanged */
export function readDate(text: string): string | undefined {
  const plain = text.slice(0, 400).toLowerCase();
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(plain);
  if (iso) return day(iso[1], iso[2], iso[3]);
  return written(plain) ?? numeric(plain);
}

function written(text: string): string | undefined {
  const dayFirst = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month},? (\\d{4})`).exec(text);
  if (dayFirst) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`).exec(text);
  return monthFirst ? day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : undefined;
}

function numeric(text: string): string | undefined {
  const dots = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  if (dots) return day(dots[3], dots[2], dots[1]);
  const slashes = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (!slashes) return undefined;
  const [first, second] = [Number(slashes[1]), Number(slashes[2])];
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  return first > 12 ? day(slashes[3], slashes[2], slashes[1]) : day(slashes[3], slashes[1], slashes[2]);
}

function monthOf(name = ''): string {
  return String(months.indexOf(name.slice(0, 3)) + 1);
}

function day(year = '', monthNumber = '', dayOfMonth = ''): string | undefined {
  const text = `${year}-${monthNumber.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
