import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/files/parse-json.ts';

describe('reading JSON', () => {
  it.each([
    ['{"a":[,]}', 'wrong', 6],
    ['{"a" 1}', 'wrong', 5],
    ['[1 2]', 'wrong', 3],
    ['{"a":1}}', 'wrong', 7],
    ['{"a":1]', 'wrong', 6],
    ['{a:1}', 'wrong', 1],
    ['{"a":tru}', 'wrong', 5],
    ['[1,]', 'wrong', 3],
    ['', 'cut', 0],
    ['{"a":', 'cut', 5],
    ['{"a":"b', 'cut', 7],
    ['{"a":tru', 'cut', 8],
    ['{"a":[{"b":1}', 'cut', 13],
  ])('says where %s does not fit', (text, fault, offset) => {
    expect(parseJson(text)).toEqual({ fault, offset });
  });

  it('calls whatever is left of a cut text cut, at its end', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = JSON.stringify([value]);
        const part = text.slice(0, cut % text.length);
        expect(parseJson(part)).toEqual({ fault: 'cut', offset: part.length });
      }),
    );
  });
});
