/** Formats a message with the values of a scope. */
import type { Value } from '../../events/understood.ts';
import type { Scope } from '../program.ts';
import type { Formats } from './create-formats.ts';
import { type Element, formatElements, keyOf, type Message, type Use, type Values } from './parse-message.ts';
import { plainText, valueAtPath } from './plain-text.ts';

/** The text with its values; those that are missing are empty. Never throws. */
export function formatMessage(message: Message, scope: Scope): string {
  try {
    const shown = message.uses.map((use) => ({
      key: keyOf(use),
      value: show(valueAtPath(scope, use.name), use, message),
    }));
    const values: Values = Object.fromEntries(shown.map(({ key, value }) => [key, value]));
    const plain = shown.filter(({ value }) => typeof value === 'string').map(({ key }) => key);
    return formatElements(elementsFor(message, plain), values, message);
  } catch {
    return '';
  }
}

function show(value: Value, { as }: Use, { locale, formats }: Message): Values[string] {
  const text = plainText(value, locale);
  if (as === 'number' || as === 'plural')
    return text.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : text;
  return as === 'date' || as === 'time' ? (moment(value, formats) ?? text) : text;
}

/** A day without a time is that day wherever the text is read; a time without a zone is the business's. */
function moment(value: Value, formats: Formats): Date | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const local = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?))?$/.exec(String(value));
  const date = local ? inZone(`${local[1]}T${local[2] ?? '12:00'}Z`, formats) : new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The moment at which clocks of a zone show what a clock of UTC shows at `wall`. */
function inZone(wall: string, formats: Formats): Date {
  const utc = new Date(wall);
  if (Number.isNaN(utc.getTime())) return utc;
  const shown = formats.getDateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(utc);
  const ahead = Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(utc.getTime() / 1000) * 1000;
  return new Date(utc.getTime() - ahead);
}

/** Values that are not what their format needs are shown as plain text instead. */
function elementsFor({ elements }: Message, texts: readonly string[]): Element[] {
  const wrong = new Set(texts.filter((key) => !key.endsWith('|plain') && !key.endsWith('|select')));
  return wrong.size === 0 ? elements : elements.map((element) => plainFor(element, wrong));
}

function plainFor(element: Element, wrong: ReadonlySet<string>): Element {
  if (!('value' in element)) return element;
  if (wrong.has(element.value)) return { type: 1, value: element.value };
  if (!('options' in element)) return element;
  const options = Object.entries(element.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map((inner) => plainFor(inner, wrong)) },
  ]);
  return { ...element, options: Object.fromEntries(options) };
}
