import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/errors/nearest.ts';

const steps = ['check-status', 'ask-order', 'say-goodbye', 'pay'];

describe('the nearest name', () => {
  it.each([
    ['chek-status', 'check-status', 'a letter is missing'],
    ['check-staatus', 'check-status', 'a letter is doubled'],
    ['ask-odrer', 'ask-order', 'two letters are swapped'],
    ['Ask-Order', 'ask-order', 'the case differs'],
    ['say_goodbye', 'say-goodbye', 'another sign stands between words'],
    ['pya', 'pay', 'a short word has two letters swapped'],
  ])('to %s is %s: %s', (word, expected) => {
    expect(nearest(word, steps)).toBe(expected);
  });

  it.each(['refund', 'xyz', 'p', ''])('is none for %j, which resembles nothing', (word) => {
    expect(nearest(word, steps)).toBeUndefined();
  });

  it('is none among no names', () => {
    expect(nearest('pay', [])).toBeUndefined();
  });

  it('allows a third of the letters, but three at most', () => {
    expect(nearest('abcxyz', ['abcdez'])).toBe('abcdez');
    expect(nearest('abxxxf', ['abcdef'])).toBeUndefined();
    expect(nearest('abcdefghijklmnop', ['abcd1234ijklmnop'])).toBeUndefined();
    expect(nearest('abcdefghijklmnop', ['abcd123hijklmnop'])).toBe('abcd123hijklmnop');
  });

  it('is the nearer of two', () => {
    expect(nearest('ordr', ['orders', 'order'])).toBe('order');
  });

  it('is the first of two that are equally near', () => {
    expect(nearest('car', ['cat', 'cap'])).toBe('cat');
  });

  it('to a known name is that name', () => {
    const name = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), fc.nat(), (names, n) => {
        const word = names[n % names.length] ?? '';
        expect(nearest(word, names)?.toLowerCase()).toBe(word.toLowerCase());
      }),
    );
  });

  it('is found after any single edit of a name of six letters or more', () => {
    const name = fc.stringMatching(/^[a-z]{6,12}$/);
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('', 'q', 'qq'), (word, n, edit) => {
        const at = n % word.length;
        const edited = word.slice(0, at) + edit + word.slice(at + 1);
        expect(nearest(edited, [word])).toBe(word);
      }),
    );
  });
});
