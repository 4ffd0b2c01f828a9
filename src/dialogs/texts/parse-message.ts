/** Reads a text in ICU MessageFormat and prepares it for formatting. */
import { formatToParts, IntlMessageFormat } from 'intl-messageformat';
import type { Formats } from './create-formats.ts';

export type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** A value used in a text; `start` and `end` are offsets of its name. */
export type Use = { readonly name: string; readonly as: As; readonly start: number; readonly end: number };

/** How a value is shown. A plain one as text, `select` by its text; the others need a number or a moment. */
export type As = 'plain' | 'number' | 'date' | 'time' | 'select' | 'plural';

export type Message = {
  readonly elements: Element[];
  readonly uses: readonly Use[];
  readonly locale: string;
  readonly formats: Formats;
};

export type TextFault = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix: string;
};

export type Setting = { readonly locale: string; readonly formats: Formats };

/** Stands for the dot of a name while ICU, which allows none, reads it: one character for one, so that offsets stay. */
const dot = '\uE000';

/** @returns the fault when the text is not valid, or asks for a format that does not exist */
export function parseMessage(source: string, { locale, formats }: Setting): Message | { readonly fault: TextFault } {
  try {
    const flat = source.replace(/\{\s*[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)+(?=\s*[,}])/gu, (name) =>
      name.replaceAll('.', dot),
    );
    const uses: Use[] = [];
    const elements = elementsOf(flat, { locale, formats }).map((element) => prepare(element, { source, uses }));
    const message = { elements, uses, locale, formats };
    return (flat.includes('::') ? wrongFormat(message) : undefined) ?? message;
  } catch (error) {
    return { fault: faultOf(source, error) };
  }
}

/** Without an `IntlMessageFormat` for each text: making one looks the language up anew, which costs more than reading the text. */
function elementsOf(source: string, { locale, formats }: Setting): Element[] {
  const options = { ignoreTag: true, captureLocation: true, locale: formats.localeOf(locale) };
  return IntlMessageFormat.__parse?.(source, options) ?? [];
}

export type Values = { readonly [key: string]: string | number | Date };

/**
 * Elements in words, with the values under their keys.
 *
 * @throws Error where a value is missing, or not what its format needs
 */
export function formatElements(elements: Element[], values: Values, { locale, formats }: Setting): string {
  const parts = formatToParts(elements, locale, formats, IntlMessageFormat.formats, values);
  return parts.map(({ value }) => value).join('');
}

/** The key under which a value is handed to the formatter: one for each way of showing it. */
export function keyOf({ name, as }: Pick<Use, 'name' | 'as'>): string {
  return `${name}|${as}`;
}

const kinds: readonly (As | undefined)[] = [undefined, 'plain', 'number', 'date', 'time', 'select', 'plural'];

type Preparing = { readonly source: string; readonly uses: Use[] };

function prepare(element: Element, preparing: Preparing): Element {
  const as = kinds[element.type];
  if (!('value' in element)) return element;
  if (!as) return { ...element, value: element.value.replaceAll(dot, '.') };
  const name = element.value.replaceAll(dot, '.');
  const start = preparing.source.indexOf(name, (element.location?.start.offset ?? 0) + 1);
  preparing.uses.push({ name, as, start, end: start + name.length });
  return inside({ ...element, value: keyOf({ name, as }) }, preparing);
}

function inside(element: Element, preparing: Preparing): Element {
  if (!('options' in element)) return element;
  for (const option of Object.values(element.options))
    option.value = option.value.map((inner) => prepare(inner, preparing));
  return element;
}

/** Tries the formats: of those that are put together (`::…`) some do not exist. */
function wrongFormat(message: Message): { readonly fault: TextFault } | undefined {
  const { uses } = message;
  const samples = Object.fromEntries(uses.map((use) => [keyOf(use), sample(use)]));
  try {
    formatElements(message.elements, samples, message);
    return undefined;
  } catch (error) {
    const use = uses.find(({ as }) => as !== 'plain' && as !== 'select') ?? uses[0];
    const reason = error instanceof Error ? error.message : String(error);
    return {
      fault: {
        start: use?.start ?? 0,
        end: use?.end ?? 1,
        message: `the format of this value does not exist: ${reason}`,
        fix: 'use a format such as {amount, number, ::currency/EUR} or {day, date, long}',
      },
    };
  }
}

function sample({ as }: Use): string | number | Date {
  return as === 'date' || as === 'time' ? new Date(0) : as === 'number' || as === 'plural' ? 1 : '';
}

function faultOf(source: string, error: unknown): TextFault {
  const kind = error instanceof Error ? error.message : '';
  const [start, end] = rangeOf(source, error);
  const known = Object.hasOwn(advice, kind) ? advice[kind] : undefined;
  return {
    start,
    end,
    message: known?.[0] ?? `this text is not valid: ${kind}`,
    fix: known?.[1] ?? 'values stand in braces, as {order_number}',
  };
}

function rangeOf(source: string, error: unknown): readonly [number, number] {
  const location: unknown = error instanceof Error && 'location' in error ? error.location : undefined;
  const start = offsetOf(location, 'start');
  const end = offsetOf(location, 'end');
  return start === undefined || end === undefined ? [0, source.length] : [start, Math.max(end, start + 1)];
}

function offsetOf(location: unknown, side: 'start' | 'end'): number | undefined {
  if (typeof location !== 'object' || location === null) return undefined;
  const point: unknown = Reflect.get(location, side);
  const offset: unknown = typeof point === 'object' && point !== null ? Reflect.get(point, 'offset') : undefined;
  return typeof offset === 'number' ? offset : undefined;
}

const missingOther = ["'other' is missing", 'add a case for everything else: other {…}'] as const;
const advice: Readonly<Record<string, readonly [string, string]>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: ["a '{' is not closed", "add '}' behind the name"],
  EMPTY_ARGUMENT: ['there is no name between { and }', 'write the name of a value, as {order_number}'],
  MALFORMED_ARGUMENT: ['what stands between { and } is not a name', 'write the name of a value, as {order_number}'],
  EXPECT_ARGUMENT_TYPE: ['a comma is followed by nothing', 'write the kind of format, as {amount, number}'],
  INVALID_ARGUMENT_TYPE: [
    'this kind of format does not exist',
    'use number, date, time, plural, selectordinal or select',
  ],
  EXPECT_ARGUMENT_STYLE: ['a comma is followed by nothing', 'write a format, as {amount, number, ::currency/EUR}'],
  INVALID_NUMBER_SKELETON: [
    'this number format does not exist',
    'write, for example, {amount, number, ::currency/EUR}',
  ],
  INVALID_DATE_TIME_SKELETON: ['this date format does not exist', 'write, for example, {day, date, long}'],
  MISSING_OTHER_CLAUSE: missingOther,
  EXPECT_PLURAL_ARGUMENT_SELECTOR: ['a plural needs its cases', 'write {count, plural, one {# item} other {# items}}'],
  EXPECT_SELECT_ARGUMENT_SELECTOR: ['a select needs its cases', 'write {status, select, open {…} other {…}}'],
};
