import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '../../../../src/channels/contract/reply/split-text.ts';

test.each([
  ['a text that fits stays whole', 'One. Two.', 20, ['One. Two.']],
  ['a blank text is nothing to say', ' \n ', 20, []],
  ['paragraphs are kept together', 'Alpha beta.\n\nGamma delta.', 20, ['Alpha beta.', 'Gamma delta.']],
  ['else lines', 'Alpha beta\nGamma delta', 20, ['Alpha beta', 'Gamma delta']],
  ['else sentences', 'Alpha beta. Gamma delta.', 20, ['Alpha beta.', 'Gamma delta.']],
  ['else words', 'Alpha beta gamma delta', 18, ['Alpha beta gamma', 'delta']],
  ['a word too long is cut', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['a family is one letter', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 14, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
  ['a flag is one letter', '🇩🇪🇫🇷', 7, ['🇩🇪', '🇫🇷']],
  ['an accent stays with its letter', 'abce\u0301', 4, ['abc', 'e\u0301']],
] as const)('%s', (...[, text, most, parts]) => {
  expect(splitText(text, most)).toEqual(parts);
});

test('nothing but white space is lost, no part is too long, and no character is torn', () => {
  const letters = fc.constantFrom('a', ' ', '\n', '. ', 'é', 'e\u0301', '👩‍👧', '🇩🇪', 'ש', '\u0301', '💚');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 200 }), fc.integer({ min: 8, max: 60 }), (all, most) => {
      const text = all.join('');
      const parts = splitText(text, most);
      expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(most);
        expect(part).not.toBe('');
        expect(part.isWellFormed()).toBe(true);
      }
    }),
  );
});
