import type { Entity } from '../../../events/understood.ts';
import { languageOf, regionOf } from '../../../languages/language-of.ts';
import { findAll } from '../find-all.ts';

/**
 * `+` or `00` and a country; or a national number: 0 and at least eight digits more, or three groups as `(555) 123-4567`, or of nine digits as Spain and
 * Portugal write them. Eight digits alone are more likely an order than a phone.
 */
const phone =
  /(?<![\p{L}\p{N}])(?:(?:\+|00)[1-9](?:[ ()./-]{0,3}\d){6,14}|\(?0\d(?:[ ()./-]{0,3}\d){7,12}|(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}|[2-9]\d{2}(?: \d{3}){2}|[69]\d{2}(?: \d{2}){3}|\(\d{2}\) ?9?\d{4}[- ]?\d{4})(?![\p{L}\p{N}])/gu;

/**
 * Reads a telephone number.
 *
 * @param country ISO 3166, of a number that names none
 * @returns E.164, or `undefined` for what is no number of that country
 */
export type ReadPhone = (written: string, country: string | undefined) => string | undefined;

/** @property zone IANA time zone of the customer, which tells the country where the locale does not */
export type PhoneSetting = { readonly locale: string; readonly zone: string | undefined; readonly read: ReadPhone };

/** The value is E.164 where the country is written or known, else the digits as they are. */
export function findPhones(text: string, { locale, zone, read }: PhoneSetting): readonly Entity[] {
  return findAll(text, { type: 'phone', expression: phone }, ([written]) => ({
    value: read(withoutTrunk(written), countryOf(written, locale, zone)) ?? normalised(written),
  }));
}

/** "+49 (0)30" says twice how to dial. */
function withoutTrunk(written: string): string {
  return /^(?:\+|00)/.test(written) ? written.replace('(0)', '').replace(/^00/, '+') : written;
}

function normalised(written: string): string {
  const isInternational = /^(?:\+|00)/.test(written);
  const digits = withoutTrunk(written).replace(/\D/g, '');
  return isInternational ? `+${digits}` : digits;
}

const homes: Readonly<Record<string, string>> = { de: 'DE', es: 'ES', fr: 'FR', it: 'IT', nl: 'NL', pt: 'PT' };

/** Zones of other countries where the languages are spoken. */
const zones: Readonly<Record<string, string>> = {
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/Brussels': 'BE',
  'Europe/Luxembourg': 'LU',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'America/Mexico_City': 'MX',
  'America/Bogota': 'CO',
  'America/Lima': 'PE',
  'America/Santiago': 'CL',
  'America/Argentina/Buenos_Aires': 'AR',
  'America/Sao_Paulo': 'BR',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Denver': 'US',
  'America/Los_Angeles': 'US',
  'America/Toronto': 'CA',
  'America/Vancouver': 'CA',
  'Australia/Sydney': 'AU',
  'Australia/Melbourne': 'AU',
  'Pacific/Auckland': 'NZ',
  'Asia/Kolkata': 'IN',
  'Asia/Singapore': 'SG',
};

/** The region of the locale, that of the zone, the home of the language; an English number tells by its form. */
function countryOf(written: string, locale: string, zone: string | undefined): string | undefined {
  const region = regionOf(locale);
  if (/^[A-Z]{2}$/.test(region)) return region;
  const home = homes[languageOf(locale)] ?? (written.replace(/^\(/, '').startsWith('0') ? 'GB' : 'US');
  return zones[zone ?? ''] ?? home;
}
