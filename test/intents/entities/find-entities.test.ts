import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntityFinder } from '../../../src/intents/entities/create-entity-finder.ts';
import { editDistance } from '../../../src/intents/entities/edit-distance.ts';
import type { EntityDefinition } from '../../../src/intents/entities/entity-definition.ts';
import { parseNumber } from '../../../src/languages/numbers/parse-number.ts';

const where = { file: 'intents/entities.en.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const definitions: readonly EntityDefinition[] = [
  { kind: 'pattern', name: 'order_number', locale: 'en', where, pattern: '\\b\\d{8}\\b' },
  { kind: 'pattern', name: 'voucher', locale: 'en', where, pattern: '\\bOAK-[a-z]{4}\\b' },
  {
    kind: 'list',
    name: 'product',
    locale: 'en',
    where,
    fuzzy: true,
    values: new Map([
      ['coffee_grinder', ['grinder', 'coffee mill']],
      ['desk_lamp', ['table lamp']],
      ['café_set', []],
      ['mug', []],
    ]),
  },
  { kind: 'list', name: 'colour', locale: 'en', where, fuzzy: false, values: new Map([['purple', ['violet']]]) },
];
const find = createEntityFinder(definitions, 'en');

function values(text: string, type: string): readonly unknown[] {
  return find(text)
    .filter((entity) => entity.type === type)
    .map(({ value }) => value);
}

describe('built-in entities', () => {
  it.each([
    ['mail me at Jo.Doe+shop@Example.co.uk.', 'email', ['jo.doe+shop@example.co.uk']],
    ['a@b, @home and x@y.z1', 'email', []],
    [
      'see https://Example.com/a?b=1, or www.shop.example!',
      'url',
      ['https://example.com/a?b=1', 'https://www.shop.example/'],
    ],
    ['no://thing http://', 'url', []],
    ['call +49 (0)151 234-5678', 'phone', ['+491512345678']],
    ['0049 30 1234567 or 030/1234567', 'phone', ['+49301234567', '0301234567']],
    ['https://shop.example/+491512345678 0301234567@mail.example', 'phone', []],
    ['(555) 123-4567', 'phone', ['5551234567']],
    ['order 12345678 of 2025-03-04', 'phone', []],
    [
      'I paid €12.50 and 1,200 USD',
      'money',
      [
        { amount: 12.5, currency: 'EUR' },
        { amount: 1200, currency: 'USD' },
      ],
    ],
    [
      '20 euros, 5 pounds, £3',
      'money',
      [
        { amount: 20, currency: 'EUR' },
        { amount: 5, currency: 'GBP' },
        { amount: 3, currency: 'GBP' },
      ],
    ],
    ['12 europeans and 3 poundcakes', 'money', []],
    ['I have 2 mugs and -3.5 lamps', 'number', [2, -3.5]],
    ['on 2025-03-04 at 14:30, v1.2.3', 'number', []],
    ['mail a1@b2.example, +49 151 2345678', 'number', []],
    ['99999999999999999999', 'number', []],
  ])('in %s: %s', (text, type, expected) => {
    expect(values(text, type)).toEqual(expected);
  });
});

describe('numerals', () => {
  it.each([
    ['1,234.56', 'en', 1234.56],
    ['1.234,56', 'en', 1234.56],
    ['1,234', 'en', 1234],
    ['1.234', 'en', 1.234],
    ['1.234', 'de', 1234],
    ['1,234', 'de', 1.234],
    ['12,50', 'en', 12.5],
    ['1.234.567', 'en', 1234567],
    ["1'234.5", 'en', 1234.5],
    ['1\u202f234,5', 'fr', 1234.5],
    ['0.500', 'de', 0.5],
    ['007', 'en', 7],
  ])('%s in %s is %d', (digits, locale, value) => {
    expect(parseNumber(digits, locale)).toBe(value);
  });
});

describe('entities of the bot', () => {
  it('are found by pattern whatever the case', () => {
    expect(values('12345678 and 123456789', 'order_number')).toEqual(['12345678']);
    expect(values('code oak-SPRI please', 'voucher')).toEqual(['oak-SPRI']);
  });

  it.each([
    ['my GRINDER is broken', ['coffee_grinder']],
    ['a coffee   mill and a table lamp', ['coffee_grinder', 'desk_lamp']],
    ['the cofee grindr', ['coffee_grinder']],
    ['coffeegrinder', ['coffee_grinder']],
    ['a Cafe set', ['café_set']],
    ['desk-lamp', ['desk_lamp']],
    ['a mup', []],
    ['binder', []],
  ])('are found by list, small typos forgiven, in %s', (text, expected) => {
    expect(values(text, 'product')).toEqual(expected);
  });

  it('forgive no typos where they should not', () => {
    expect(values('Purple or violet', 'colour')).toEqual(['purple', 'purple']);
    expect(values('purpel', 'colour')).toEqual([]);
  });

  it('overlap where they are of different types, the longer first', () => {
    expect(find('refund 12345678 now')).toEqual([
      { type: 'number', text: '12345678', start: 7, end: 15, value: 12345678 },
      { type: 'order_number', text: '12345678', start: 7, end: 15, value: '12345678' },
    ]);
  });

  it('are not there where the pattern is broken', () => {
    const broken: EntityDefinition = { kind: 'pattern', name: 'x', locale: 'en', where, pattern: '(' };
    expect(createEntityFinder([broken], 'en')('(')).toEqual([]);
  });
});

describe('finding entities', () => {
  it('keeps spans that hold what was found, in order, for any text', () => {
    const pieces = fc.constantFrom(
      '12345678',
      ' ',
      '€',
      '5',
      '.',
      ',',
      'a@b.de',
      '+49',
      'http://x',
      'grindr',
      'é',
      '🙂',
      '-',
      '(0)',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const found = find(text);
          for (const { text: part, start, end } of found) expect(text.slice(start, end)).toBe(part);
          expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['1', 'a', '1 ', 'a.', '1,', '(1', 'a@', '+1 ', 'www.', 'grinder ', '12345678 ', 'http://a'])(
    'ends soon on 100,000 characters of %j',
    (piece) => {
      const started = process.cpuUsage();
      expect(find(piece.repeat(100_000 / piece.length)).every(({ end }) => end <= 4_000)).toBe(true);
      const { user } = process.cpuUsage(started);
      expect(user / 1000).toBeLessThan(500);
    },
  );
});

describe('editDistance', () => {
  it.each([
    ['kettle', 'kettle', 0],
    ['kettle', 'kettel', 1],
    ['kettle', 'ketle', 1],
    ['kettle', 'settle', 1],
    ['kettle', 'cattle', 2],
    ['kettle', 'table', 3],
    ['', 'abc', 3],
  ])('from %s to %s is %d, 3 standing for more than 2', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });
});
