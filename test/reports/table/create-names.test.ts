import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNames } from '../../../src/reports/table/create-names.ts';

test('a name has one number, in order of coming, and is found by it and as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (given) => {
      const names = createNames();
      const distinct = [...new Set(given.map((name) => name.toWellFormed()))];
      for (const name of given) expect(names.at(names.of(name))).toBe(name.toWellFormed());
      expect(distinct.map((name) => names.of(name))).toEqual([...distinct.keys()]);
      expect(names.count()).toBe(distinct.length);
    }),
  );
});

test('thousands of names grow into each other’s place and keep their numbers', () => {
  const names = createNames();
  const all = Array.from({ length: 20_000 }, (_, index) => `customer-${index * 7}`);
  for (const name of all) names.of(name);
  expect(all.every((name, index) => names.of(name) === index && names.at(index) === name)).toBe(true);
});

test('names compare as their letters do', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const names = createNames();
      const [one, other] = [names.of(a), names.of(b)];
      expect(Math.sign(names.compare(one, other))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});
