import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenCalm } from '../../src/cli/process/start-small.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('waits for the first period in which there is little to do, and acts once', () => {
  const shares = [0.9, 0.3, 0.02, 0.02];
  let acts = 0;
  const act = () => {
    acts++;
  };
  whenCalm(1_000, act, () => shares.shift() ?? 0);
  vi.advanceTimersByTime(2_999);
  expect(acts).toBe(0);
  vi.advanceTimersByTime(1);
  expect(acts).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(acts).toBe(1);
});
