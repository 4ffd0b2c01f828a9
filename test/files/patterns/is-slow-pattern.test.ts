import { describe, expect, it } from 'vitest';
import { isSlowPattern } from '../../../src/files/patterns/is-slow-pattern.ts';
import { compilePattern } from '../../../src/intents/patterns/compile-pattern.ts';

function isSlow(pattern: string): boolean {
  const expression = compilePattern(pattern);
  if (!(expression instanceof RegExp)) throw new Error(expression.invalid);
  return isSlowPattern(expression);
}

describe('isSlowPattern', () => {
  it.each([
    '(a+)+$',
    '(a*)*',
    '(a|a)*b',
    '(a|aa)+$',
    '(\\w+\\s?)*$',
    '^(\\d+)*$',
    '([a-z]+)*@',
    '(a?b?)*c',
    '(x+x+)+y',
    '(?:\\w{1,50}){1,50}!',
    '(?=(a+)+b)a',
    '(?<word>\\p{L}+)+ ',
    '([\\]x]|x)+y',
  ])('refuses %s, which takes exponential time', (pattern) => {
    expect(isSlow(pattern)).toBe(true);
  });

  it.each(['\\d*\\d*x', '(.*)(.*)x', '\\s*\\w*\\s*\\w*#', '.*foo.*bar', '\\d+\\d{3}\\d+', 'a+A+b'])(
    'refuses %s, which takes more than linear time from one place',
    (pattern) => {
      expect(isSlow(pattern)).toBe(true);
    },
  );

  it.each(['(a)\\1', '(?<x>a)\\k<x>', 'a?'.repeat(300)])('refuses what it cannot judge: %.20s', (pattern) => {
    expect(isSlow(pattern)).toBe(true);
  });

  it.each([
    '\\b\\d{8}\\b',
    '\\b[A-Za-z]{4,12}\\d{2,3}\\b',
    '\\b[\\w.+-]{1,64}@[\\w-]{1,63}(\\.[\\w-]{2,63}){1,3}\\b|\\b\\d{5}\\b',
    '[A-Z]{2}-?\\d+',
    '(foo|bar)+',
    '(?:\\d{2,4}-?){1,3}',
    '\\d+(?:[.,]\\d+)*',
    '[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+',
    '(?<y>\\d{4})-(?<m>\\d\\d)',
    '\\+?\\d[\\d ]{6,14}\\d',
    '\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*',
    'AB\\-\\d+',
    '(?i:ab)+c',
    '😀+',
    '\\u{1F600}+\\x41\\u0042\\cJ*',
    '(?<!\\d)\\d{3}(?!\\d)',
    '',
  ])('lets %s pass', (pattern) => {
    expect(isSlow(pattern)).toBe(false);
  });
});
