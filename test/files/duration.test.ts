import { expect, it } from 'vitest';
import { duration, toMilliseconds } from '../../src/files/duration.ts';

it.each([
  ['700ms', 700],
  ['30s', 30_000],
  ['2m', 120_000],
  ['25h', 90_000_000],
  ['3d', 259_200_000],
  ['1w', 604_800_000],
  ['1.5h', 5_400_000],
])('%s is %d milliseconds', (text, milliseconds) => {
  expect(toMilliseconds(text)).toBe(milliseconds);
});

it.each(['', '3', '3 days', 'd', '-1d', '0s', '1y'])('%j is no length of time', (text) => {
  expect(duration.safeParse(text).success).toBe(false);
});
