/** Entities every bot knows, in any language: what they look like differs, their values do not. */
import type { Instant } from '../../../events/instant.ts';
import type { Entity } from '../../../events/understood.ts';
import { findEmails } from '../../../languages/contact/find-emails.ts';
import { createZone, type Zone } from '../../../languages/dates/calendar/zone.ts';
import { findDatesIn } from '../../../languages/dates/find-dates.ts';
import { type Words, wordsOf } from '../../../languages/dates/reading/said.ts';
import { findNumberWords } from '../../../languages/numbers/find-number-words.ts';
import { findPaymentNumbers, hidePaymentNumbers } from '../../../languages/secrets/find-payment-numbers.ts';
import { findAll } from '../find-all.ts';
import { findMoney } from './find-money.ts';
import { findNumbers } from './find-numbers.ts';
import { findOrdinals } from './find-ordinals.ts';
import { findPercents } from './find-percents.ts';
import { findPhones, type ReadPhone } from './find-phones.ts';
import { rangeFinder } from './find-ranges.ts';

export const builtInEntities = [
  'email',
  'url',
  'card',
  'iban',
  'phone',
  'date',
  'time',
  'datetime',
  'duration',
  'range',
  'money',
  'percent',
  'ordinal',
  'number',
] as const;

/**
 * When and where something is said.
 *
 * @property zone the customer's time zone (IANA)
 */
export type Moment = { readonly now: Instant; readonly zone: string };

/** @property moment without it nothing is found that is counted from today */
export type FindBuiltIn = (text: string, moment?: Moment) => readonly Entity[];

/** Each part of a text is one thing: what is part of an address is no date, what is part of a date or a price no number. */
export function builtInFinder(locale: string, read: ReadPhone): FindBuiltIn {
  const zoneOf = rememberZones();
  const rangesIn = rangeFinder(locale);
  return (text, moment) => {
    const hasDigits = /\p{Nd}/u.test(text);
    const found: Entity[] = [...emailsIn(text), ...findUrls(text)];
    const add = (more: readonly Entity[]) => found.push(...outside(found, more));
    const words = wordsOf(text, locale);
    if (hasDigits) add(paymentNumbersIn(text));
    add(datesIn(words, moment && (() => localTime(zoneOf(moment.zone), moment.now))));
    if (hasDigits) add(findPhones(text, { locale, zone: moment?.zone, read }));
    const numbers = { locale, spoken: findNumberWords(text, locale) };
    if (!hasDigits && numbers.spoken.length === 0) return [...found, ...outside(found, findOrdinals(words))];
    const counted: Entity[] = [];
    for (const find of [findMoney, findPercents]) counted.push(...outside([...found, ...counted], find(text, numbers)));
    counted.push(...outside([...found, ...counted], findOrdinals(words)));
    counted.push(...outside([...found, ...counted], findNumbers(text, numbers)));
    const ranges = rangesIn(text, counted);
    return [...found, ...ranges, ...outside(ranges, counted)];
  };
}

function outside(reserved: readonly Entity[], found: readonly Entity[]): readonly Entity[] {
  if (reserved.length === 0) return found;
  return found.filter(({ start, end }) => reserved.every((other) => end <= other.start || start >= other.end));
}

/** Zones are dear to make; customers live in few. */
function rememberZones(): (name: string) => Zone {
  const known = new Map<string, Zone>();
  return (name) => {
    const zone = known.get(name) ?? createZone(name);
    if (known.size > 40) known.clear();
    known.set(name, zone);
    return zone;
  };
}

function localTime(zone: Zone, now: Instant) {
  return { now: zone.local(now), zone };
}

function datesIn(words: Words, moment: Parameters<typeof findDatesIn>[1]): readonly Entity[] {
  const { text } = words;
  return findDatesIn(words, moment).map(({ type, start, end, value }) => ({
    type,
    text: text.slice(start, end),
    start,
    end,
    value,
  }));
}

function emailsIn(text: string): readonly Entity[] {
  return findEmails(text).map(({ value, start, end }) => ({
    type: 'email',
    text: text.slice(start, end),
    start,
    end,
    value,
  }));
}

/** Only the last four digits go on from here, in the value and in the text. */
function paymentNumbersIn(text: string): readonly Entity[] {
  return findPaymentNumbers(text).map(({ type, start, end, last4 }) => ({
    type,
    text: hidePaymentNumbers(text.slice(start, end)),
    start,
    end,
    value: { last4 },
  }));
}

const url = /(?<![\p{L}\p{N}@])(?:(?:https?:\/\/|www\.)[^\s<>"]+)/giu;

/** Normalised as a browser does; `https://` is added where it was left out. What closes the sentence is no part of it. */
function findUrls(text: string): readonly Entity[] {
  if (!/:\/\/|www\./i.test(text)) return [];
  return findAll(text, { type: 'url', expression: url }, ([written]) => {
    const trimmed = written.replace(/[.,;:!?'’)\]}]{1,9}$/, '');
    const parsed = URL.parse(/^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed);
    return parsed ? { value: parsed.href, text: trimmed } : undefined;
  });
}
