/** Reads names, addresses and numbers by which a person is known. */
import { findEmails } from '../../languages/contact/find-emails.ts';
import { rulesOf } from './rules/rules-of.ts';

/** @returns the address in lower case; `undefined` when there is none, or more than one */
export function readEmail(text: string): string | undefined {
  const found = findEmails(text.slice(0, 400));
  return found.length === 1 ? found[0]?.value : undefined;
}

/** @returns digits with a leading + where it was written (7 to 15 of them); `undefined` when there is none */
export function readPhone(text: string): string | undefined {
  const found = /(?<![\p{L}\d])(?:\+|00)?\(?\d[\d\s()./-]{5,22}\d(?![\p{L}\d])/u.exec(text.slice(0, 400))?.[0];
  const digits = found?.replace(/\D/g, '').replace(/^00/, '');
  if (found === undefined || digits === undefined || digits.length < 7 || digits.length > 15) return undefined;
  return found.startsWith('+') || found.startsWith('00') ? `+${digits}` : digits;
}

/** @returns what is left of "my name is …", said in the language of the conversation; `undefined` for a question, digits, or more than six words */
export function readName(text: string, locale: string): string | undefined {
  const name = text
    .trim()
    .replaceAll('’', "'")
    .replace(rulesOf(locale).introductions, '')
    .replace(/[.!,\s]+$/, '');
  const isName = /^\p{L}[\p{L}\p{M}.' -]*$/u.test(name) && name.split(/\s+/).length <= 6 && name.length <= 80;
  return isName ? name : undefined;
}
