import fc from 'fast-check';
import { expect, test } from 'vitest';
import { veiled } from '../../../src/reports/case/without-words.ts';
import { anyStory } from '../../measurement/any-story.ts';

test('of any event the facts stay, and no letter or digit of its words', () => {
  fc.assert(
    fc.property(anyStory(), (events) => {
      for (const event of events) {
        const { words, ...facts } = { words: undefined, ...veiled(event) };
        const { words: _, ...before } = { words: undefined, ...event };
        expect(facts).toEqual(before);
        const { name: _name, ...said } = { name: '', ...words };
        expect(Object.values(said).join(' ')).not.toMatch(/[\p{L}\p{N}]/u);
      }
    }),
  );
});
