import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/dialogs/program.ts';
import { compileText } from '../../../src/dialogs/texts/compile-text.ts';
import { createFormats } from '../../../src/dialogs/texts/create-formats.ts';

const names = new Map(
  ['name', 'refund', 'count', 'day', 'status', 'items', 'ok'].map((name) => [name, { is: 'any' }] as const),
);

function compile(source: string, locale = 'en') {
  const place = (start = 0, end = source.length) => ({
    file: 'a.yaml',
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: end + 1,
  });
  return compileText({ source, place, names, dialog: null, locale, formats: createFormats('UTC') });
}

function format(source: string, scope: Scope, locale?: string): string {
  const { template, problems } = compile(source, locale);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return template.format(scope);
}

describe('texts with values', () => {
  it.each<[string, Scope, string]>([
    ["I can't reach it; it's <b>down</b>.", {}, "I can't reach it; it's <b>down</b>."],
    ['Hello {name}!', { name: 'Jo' }, 'Hello Jo!'],
    ['{ refund.to.whom }', { refund: { to: { whom: 'you' } } }, 'you'],
    ['{refund.amount, number, ::currency/EUR} back', { refund: { amount: 20 } }, '€20.00 back'],
    ['{refund.amount, number}', { refund: { amount: '1234.5' } }, '1,234.5'],
    ['{count, plural, one {# item} other {# items}}', { count: 1 }, '1 item'],
    [
      '{count, plural, =0 {none of {refund.what}} other {{count} of {refund.what}}}',
      { count: 2, refund: { what: 'them' } },
      '2 of them',
    ],
    ['{status, select, open {still open} other {closed}}', { status: 'open' }, 'still open'],
    ['{ok, select, true {fine} other {not fine}}', { ok: true }, 'fine'],
    ['{day, date, long}', { day: '2025-03-04' }, 'March 4, 2025'],
    ['Any of {items}?', { items: ['a', 'b', 'c'] }, 'Any of a, b, and c?'],
    ["{name}'s order", { name: 'Jo' }, "Jo's order"],
    ["'{name}' is ''quoted''", { name: 'Jo' }, "{name} is 'quoted'"],
    ['{name} and {name}', { name: '{count}' }, '{count} and {count}'],
    ['{name}', { name: '$& $1' }, '$& $1'],
    ['{count} {ok}', { count: 2, ok: true }, '2 true'],
  ])('%s over %j', (source, scope, text) => {
    expect(format(source, scope)).toBe(text);
  });

  it('numbers follow the locale', () => {
    expect(format('{count, number}', { count: 1234.5 }, 'de')).toBe('1.234,5');
  });

  it.each<[string, Scope, string]>([
    ['Hello {name}!', {}, 'Hello !'],
    ['[{refund.amount, number, ::currency/EUR}]', { refund: {} }, '[]'],
    ['[{refund.amount, number}]', { refund: null }, '[]'],
    ['[{day, date, long}]', {}, '[]'],
    ['[{count, plural, one {one} other {#}}]', {}, '[]'],
    ['[{status, select, open {a} other {b}}]', {}, '[b]'],
    ['{refund.toString} {refund.__proto__.x}', { refund: {} }, ' '],
    ['[{refund}]', { refund: { a: 1 } }, '[]'],
  ])('what is missing is empty: %s over %j', (source, scope, text) => {
    expect(format(source, scope)).toBe(text);
  });

  it.each<[string, Scope, string]>([
    ['{refund.amount, number, ::currency/EUR}', { refund: { amount: 'much' } }, 'much'],
    ['{day, date, long}', { day: 'soon' }, 'soon'],
  ])('what has another type than its format needs is shown as it is: %s over %j', (source, scope, text) => {
    expect(format(source, scope)).toBe(text);
  });

  it('formatting never throws, whatever the values', () => {
    const source =
      '{name} {refund.amount, number, ::currency/EUR} {day, date, short} {day, time, short} {count, plural, one {a} other {# {status, select, x {y} other {z}}}}';
    const { template } = compile(source);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names.keys()), fc.jsonValue()), (scope) => {
        expect(typeof template.format(JSON.parse(JSON.stringify(scope)))).toBe('string');
      }),
    );
  });
});

describe('mistakes in texts', () => {
  it.each([
    ['Hello {nam}', 'EXPRESSION_UNKNOWN_NAME', 8, 11],
    ['{refnd.amount, number}', 'EXPRESSION_UNKNOWN_NAME', 2, 14],
    ['{', 'TEXT_SYNTAX', 1, 2],
    ['a {} b', 'TEXT_SYNTAX', 3, 5],
    ['{count, numbr}', 'TEXT_SYNTAX', 9, 14],
    ['{count, plural, one {x}}', 'TEXT_SYNTAX', 24, 25],
    ['{count, number, ::currency/EURO}', 'TEXT_SYNTAX', 2, 7],
    ["it is '{name}'", 'TEXT_QUOTE', 7, 8],
  ])('%s: %s at %d to %d', (...[source, code, column, endColumn]) => {
    const { problems, template } = compile(source);
    expect(problems).toMatchObject([{ code, column, endColumn }]);
    expect(problems[0]?.fix).toBeTruthy();
    expect(() => template.format({})).not.toThrow();
  });
});

describe('moments are shown in the zone of the bot, wherever it runs', () => {
  const shown = (source: string, day: string, zone: string) =>
    compileText({ source, place: () => where, names, dialog: null, locale: 'en', formats: createFormats(zone) })
      .template.format({ day })
      .replaceAll('\u202f', ' ');

  it.each([
    ['{day, date, ::yMMMd}', '2026-03-29', 'Pacific/Kiritimati', 'Mar 29, 2026'],
    ['{day, date, ::yMMMd}', '2026-03-29', 'Pacific/Pago_Pago', 'Mar 29, 2026'],
    ['{day, time, short}', '2026-03-29T00:30:00Z', 'Europe/Berlin', '1:30 AM'],
    ['{day, time, short}', '2026-03-29T01:30:00Z', 'Europe/Berlin', '3:30 AM'],
    ['{day, time, short}', '2026-07-01T14:05', 'Europe/Berlin', '2:05 PM'],
    ['{day, date, ::yMMMd}', '2026-12-31T23:30:00Z', 'Asia/Tokyo', 'Jan 1, 2027'],
  ])('%s of %s in %s is %s', (...[source, day, zone, expected]) => {
    expect(shown(source, day, zone)).toBe(expected);
  });
});

const where = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
