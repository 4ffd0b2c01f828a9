import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumberWords } from '../../../src/languages/numbers/find-number-words.ts';

const locales = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

function found(text: string, locale: string) {
  return findNumberWords(text, locale).map(({ value, start, end }) => [text.slice(start, end), value]);
}

describe('numbers in words', () => {
  it.each<[string, string, readonly (readonly [string, number])[]]>([
    [
      'en',
      'Two mugs and twenty-three lamps',
      [
        ['Two', 2],
        ['twenty-three', 23],
      ],
    ],
    [
      'en',
      'two three',
      [
        ['two', 2],
        ['three', 3],
      ],
    ],
    [
      'en',
      'twenty, three',
      [
        ['twenty', 20],
        ['three', 3],
      ],
    ],
    ['en', 'tent, tense and oneself', []],
    [
      'de',
      'Ich nehme zweiundzwanzig Tassen und minus drei',
      [
        ['zweiundzwanzig', 22],
        ['minus drei', -3],
      ],
    ],
    ['de', 'hundertfach verzweifelt', []],
    ['de', 'dreihundertzwei', [['dreihundertzwei', 302]]],
    [
      'es',
      'entre treinta y cuarenta y dos',
      [
        ['treinta', 30],
        ['cuarenta y dos', 42],
      ],
    ],
    ['es', 'mil doscientas cincuenta tazas', [['mil doscientas cincuenta', 1250]]],
    ['fr', 'quatre-vingt-dix-sept', [['quatre-vingt-dix-sept', 97]]],
    ['sv', 'two', [['two', 2]]],
    ['en', 'two and a half', []],
  ])('in %s of %j are %j', (locale, text, expected) => {
    expect(found(text, locale)).toEqual(expected);
  });

  it('are vague where the word is mostly something else, and idioms where it is no number at all', () => {
    const read = (text: string, locale: string) =>
      findNumberWords(text, locale).map(({ isVague, isIdiom }) => ({ isVague, isIdiom }));
    expect(read('una taza', 'es')).toEqual([{ isVague: true, isIdiom: false }]);
    expect(read('mil gracias', 'es')).toEqual([{ isVague: true, isIdiom: true }]);
    expect(read('this one', 'en')).toEqual([{ isVague: true, isIdiom: true }]);
    expect(read('ein Moment', 'de')).toEqual([{ isVague: true, isIdiom: true }]);
    expect(read('mil dos', 'es')).toEqual([{ isVague: false, isIdiom: false }]);
  });

  it('lie where they are said, whatever stands around them', () => {
    const pieces = fc.constantFrom(
      'zwei',
      'und',
      'hundert',
      'treinta',
      'y',
      'two',
      'Ünf',
      'quatre-vingt',
      ' ',
      '-',
      ',',
      'ß',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.constantFrom(...locales), (all, locale) => {
        let last = 0;
        for (const { start, end, value } of findNumberWords(all.join(''), locale)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(Number.isSafeInteger(value)).toBe(true);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['one ', 'hundred and ', 'eins', 'tausend ', 'zwei ', 'x', 'mil '])(
    'end soon on 100,000 characters of %j',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const started = process.cpuUsage();
      for (const locale of ['en', 'de', 'es']) findNumberWords(text, locale);
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(3_000);
    },
  );
});
