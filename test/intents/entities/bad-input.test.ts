import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntityFinder } from '../../../src/intents/entities/create-entity-finder.ts';
import { exampleLocales, momentOf } from './read-examples.ts';

const finders = exampleLocales.map((locale) => ({ locale, find: createEntityFinder([], locale) }));

describe('whatever is written', () => {
  it('is read without a crash, and every span lies within the text', () => {
    const pieces = fc.constantFrom(
      ...'3 12 2025 . / - : , € % halb drei morgen mañana next Friday between and bis um 14h30 mars 1er vor ago in hace 🙂 年 \u0000 ١٢'.split(
        ' ',
      ),
      ' ',
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...finders), (said, { locale, find }) => {
        for (const { text: part, start, end } of find(said, momentOf(locale))) {
          expect(part).toHaveLength(end - start);
          expect(end).toBeLessThanOrEqual(said.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(['1 ', '12:30 to ', 'am 3. ', '1-', 'a las ', 'between 1 and ', '1,234,', '🙂', '年', '3/4/', 'next '])(
    'is read in bounded time where it is %j over and over',
    (piece) => {
      const started = process.cpuUsage();
      for (const { locale, find } of finders.slice(0, 3)) find(piece.repeat(100_000 / piece.length), momentOf(locale));
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(3_000);
    },
  );
});
