import type { Entity } from '../../events/understood.ts';
import { findAll } from './find-all.ts';

/**
 * `+` or `00` and a country; or a national number: 0 and at least eight digits more, or three groups as `(555) 123-4567`. Eight digits alone are more
 * likely an order than a phone.
 */
const phone =
  /(?<![\p{L}\p{N}])(?:(?:\+|00)[1-9](?:[ ()./-]{0,3}\d){6,14}|\(?0\d(?:[ ()./-]{0,3}\d){7,12}|(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4})(?![\p{L}\p{N}])/gu;

/** The value is E.164 where the country is written, else the digits as they are. */
export function findPhones(text: string): readonly Entity[] {
  return findAll(text, { type: 'phone', expression: phone }, ([written]) => ({ value: normalised(written) }));
}

function normalised(written: string): string {
  const isInternational = /^(?:\+|00)/.test(written);
  const digits = (isInternational ? written.replace('(0)', '') : written).replace(/\D/g, '');
  return isInternational ? `+${digits.replace(/^00/, '')}` : digits;
}
