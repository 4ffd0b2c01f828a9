/** Entities every bot knows: e-mail addresses, web addresses, phone numbers, amounts of money, numbers. */
import type { Entity } from '../../events/understood.ts';
import { findNumberWords } from '../../languages/numbers/find-number-words.ts';
import { type FindEntities, findAll } from './find-all.ts';
import { findMoney } from './find-money.ts';
import { findNumbers } from './find-numbers.ts';
import { findPhones } from './find-phones.ts';

export const builtInEntities = ['email', 'url', 'phone', 'money', 'number'] as const;

/** A number that is part of an address or a phone number is not a number. */
export function builtInFinder(locale: string): FindEntities {
  return (text) => {
    const addresses = [...findEmails(text), ...findUrls(text)];
    const phones = /\d/.test(text) ? outside(addresses, findPhones(text)) : [];
    const reserved = [...addresses, ...phones];
    const numbers = { locale, spoken: findNumberWords(text, locale) };
    return [...reserved, ...outside(reserved, [...findMoney(text, numbers), ...findNumbers(text, numbers)])];
  };
}

function outside(reserved: readonly Entity[], found: readonly Entity[]): readonly Entity[] {
  return found.filter(({ start, end }) => reserved.every((other) => end <= other.start || start >= other.end));
}

const email =
  /[\p{L}\p{N}_%+'-]{1,64}(?:\.[\p{L}\p{N}_%+'-]{1,64}){0,8}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;

/** In lower case. */
function findEmails(text: string): readonly Entity[] {
  if (!text.includes('@')) return [];
  return findAll(text, { type: 'email', expression: email }, ([address]) => ({ value: address.toLowerCase() }));
}

const url = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** Normalised as a browser does; `https://` is added where it was left out. What closes the sentence is no part of it. */
function findUrls(text: string): readonly Entity[] {
  if (!/:\/\/|www\./i.test(text)) return [];
  return findAll(text, { type: 'url', expression: url }, ([written]) => {
    const trimmed = written.replace(/[.,;:!?'’)\]}]{1,9}$/, '');
    const parsed = URL.parse(/^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed);
    return parsed ? { value: parsed.href, text: trimmed } : undefined;
  });
}
