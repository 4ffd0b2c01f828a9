import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '../../../src/web/body/find-json-fault.ts';

test('JSON has no fault, whatever it says', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 1, 2), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent);
      expect(findJsonFault(spaced)).toBe(spaced.length);
    }),
  );
});

test('what the engine accepts has no fault, what it refuses has one or ends too early', () => {
  const signs = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '01',
      '1.',
      'true',
      'nul',
      ' ',
      '\\',
      '\t',
      '\u0085',
    ),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(signs, (parts) => {
      const text = parts.join('');
      const fault = findJsonFault(text);
      if (parses(text)) expect(fault).toBe(text.length);
      // whatever follows, a text with a fault never becomes JSON
      else if (fault < text.length)
        for (const more of ['', '"', '}', ']', ' 1', '1']) expect(parses(text + more)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"a":1,}', 7],
  ['[1 2]', 3],
  ['{"a"}', 4],
  ['{1:2}', 1],
  ['"\\x"', 1],
  ['"a\tb"', 2],
  ['["\\u00', 6],
  ['[tru', 4],
  ['[trux', 1],
  ['-', 1],
  ['[1}', 2],
  ['}', 0],
  ['', 0],
  ['[', 1],
])('%j breaks at %i', (text, offset) => {
  expect(findJsonFault(text)).toBe(offset);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
