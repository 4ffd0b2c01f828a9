import { expect, test } from 'vitest';
import { keepForgetting, wordDays } from '../../../src/cli/bot/keep-forgetting.ts';
import { createTestClock } from '../../../src/cli/process/test-clock.ts';

const dayMs = 24 * 3_600_000;

test('days are read from the configuration; never is none', () => {
  expect(wordDays({ retention: { words: '30d' } })).toBe(30);
  expect(wordDays({ retention: { words: 'never' } })).toBeUndefined();
});

test('old words are erased every day, a few conversations at a time, and what that leaves on the disk once', async () => {
  const { asked, pass } = run(90, [20, 20, 3, 0]);
  await pass(dayMs);
  expect(asked).toEqual(['forget -90', 'forget -90', 'forget -90', 'scrub']);
  await pass(dayMs);
  expect(asked.slice(4)).toEqual(['forget -90']);
});

test('a store that fails is asked again the next day', async () => {
  const { asked, warned, pass } = run(1, ['fails', 1]);
  await pass(dayMs);
  expect(warned).toEqual(['old words could not be erased; they will be tomorrow']);
  await pass(dayMs);
  expect(asked).toEqual(['forget -1', 'forget -1', 'scrub']);
});

test('words that are kept for ever are never asked for', async () => {
  const { asked, pass } = run(undefined, []);
  await pass(9 * dayMs);
  expect(asked).toEqual([]);
});

/** @param counts what the store erases, time after time */
function run(days: number | undefined, counts: readonly (number | 'fails')[]) {
  const clock = createTestClock(1_000 * dayMs);
  const asked: string[] = [];
  const warned: string[] = [];
  const left = [...counts];
  const warn = (_facts: object, message: string) => void warned.push(message);
  keepForgetting({
    clock,
    days,
    log: { info: warn, warn, error: warn },
    store: {
      async forget(before) {
        asked.push(`forget ${Math.round((before - clock.now()) / dayMs)}`);
        const count = left.shift() ?? 0;
        if (count === 'fails') throw new Error('disk full');
        return count;
      },
      async scrub() {
        asked.push('scrub');
        return [];
      },
    },
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { asked, warned, pass: (ms: number) => clock.advance(ms, settled) };
}
