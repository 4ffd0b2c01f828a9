import { expect, it } from 'vitest';
import { endWithin } from '../../src/cli/process/end-within.ts';

const never = () => new Promise<void>(() => undefined);

it('waits for the end, and has nothing to say then', async () => {
  let hasEnded = false;
  const end = async () => {
    await Promise.resolve();
    hasEnded = true;
  };
  expect([await endWithin(60_000, end), hasEnded]).toEqual([undefined, true]);
});

it('waits no longer than it may', async () => {
  expect(await endWithin(1, never)).toBe('it was not done in 0.001 s');
});

it('waits no longer once it is told a second time', async () => {
  const ended = endWithin(60_000, never);
  process.emit('SIGTERM');
  expect(await ended).toBe('it was told a second time');
  expect(process.listenerCount('SIGTERM')).toBe(0);
});

it('fails as the end does', async () => {
  await expect(endWithin(60_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
