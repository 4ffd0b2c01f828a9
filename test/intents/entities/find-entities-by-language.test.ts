import { describe, expect, it } from 'vitest';
import { createEntityFinder } from '../../../src/intents/entities/create-entity-finder.ts';
import type { EntityDefinition } from '../../../src/intents/entities/entity-definition.ts';

function values(locale: string, text: string, type: string): readonly unknown[] {
  return createEntityFinder(
    [],
    locale,
  )(text)
    .filter((entity) => entity.type === type)
    .map((entity) => {
      expect(text.slice(entity.start, entity.end)).toBe(entity.text);
      return entity.value;
    });
}

function euros(...amounts: readonly number[]) {
  return amounts.map((amount) => ({ amount, currency: 'EUR' }));
}

describe('money in the words of a language', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['de', 'Ich habe 20 Euro bezahlt, nicht 20 €', euros(20, 20)],
    ['de', '1.234,50 € oder 1.234 EUR', euros(1234.5, 1234)],
    ['de', '20,- € und € 12,50', euros(20, 12.5)],
    ['de', 'zwanzig Euro', euros(20)],
    ['de', 'Es waren einundzwanzig Euro', euros(21)],
    ['de', 'ein Euro', euros(1)],
    ['de', '5 Franken', [{ amount: 5, currency: 'CHF' }]],
    ['de', '12 Europäer', []],
    ['es', 'pagué veinte euros', euros(20)],
    ['es', 'un euro y treinta y dos euros', euros(1, 32)],
    ['es', '1.234,50 €', euros(1234.5)],
    ['es', 'mil doscientos euros', euros(1200)],
    ['es', '15 dólares y 3 dolares', [15, 3].map((amount) => ({ amount, currency: 'USD' }))],
    ['es-MX', '1,234.50 dólares', [{ amount: 1234.5, currency: 'USD' }]],
    ['en', 'I paid twenty-five euros', euros(25)],
    ['en', 'two and a half euros', []],
  ])('in %s of %j', (locale, text, expected) => {
    expect(values(locale, text, 'money')).toEqual(expected);
  });
});

describe('numbers in the words of a language', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['de', 'zwei Tassen und 3 Lampen', [2, 3].toReversed()],
    ['de', 'einundzwanzig', [21]],
    ['de', 'ich habe eine Frage zu einem Paket', []],
    ['de', 'ab dem 1.234sten', []],
    ['es', 'quiero treinta y dos tazas', [32]],
    ['es', 'mil gracias por una respuesta', []],
    ['en', 'the other one', []],
    ['en', 'mail two@three.example', []],
  ])('in %s of %j', (locale, text, expected) => {
    expect(values(locale, text, 'number').toSorted()).toEqual(expected.toSorted());
  });
});

describe('lists of a language', () => {
  const where = { file: 'intents/entities.de.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const list = (locale: string, word: string): EntityDefinition => ({
    kind: 'list',
    name: 'product',
    locale,
    where,
    fuzzy: false,
    values: new Map([['found', [word]]]),
  });

  it.each([
    ['de', 'Kaffeemühle', 'meine KAFFEEMUEHLE ist kaputt'],
    ['de', 'Kaffeemühle', 'die Kaffeemuhle'],
    ['de', 'großes Set', 'das Grosse Set? nein, das grosses set'],
    ['es', 'señal de año nuevo', 'la senal de ano nuevo'],
  ])('in %s %s is found in %j', (locale, word, text) => {
    expect(
      createEntityFinder([list(locale, word)], locale)(text).filter(({ type }) => type === 'product'),
    ).toHaveLength(1);
  });
});
