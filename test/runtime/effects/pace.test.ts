import { expect, it } from 'vitest';
import { createPace } from '../../../src/runtime/effects/pace.ts';

const rates = { perSecond: { perSecond: 10, burst: 10 }, perAddress: { perSecond: 1, burst: 3 } };
const to = (address: string) => ({ channel: 'telegram', address, rates });

it('lets a few pass to one address at once, then one a second', () => {
  const pace = createPace();
  const waits = [0, 0, 0, 0].map(() => pace.take(to('a'), 5_000));
  expect(waits).toEqual([0, 0, 0, 1_000]);
  expect(pace.take(to('a'), 5_400)).toBe(600);
  expect(pace.take(to('a'), 6_000)).toBe(0);
  expect(pace.take(to('a'), 6_000)).toBe(1_000);
  expect(pace.take(to('a'), 60_000)).toBe(0);
});

it('keeps all addresses of a channel together within its rate, and no other channel', () => {
  const pace = createPace();
  const waits = Array.from({ length: 12 }, (_, n) => pace.take(to(`a${n}`), 5_000));
  expect(waits).toEqual([...Array.from({ length: 10 }, () => 0), 100, 100]);
  expect(pace.take({ ...to('a'), channel: 'other' }, 5_000)).toBe(0);
  expect(pace.take({ channel: 'web', address: 'a', rates: undefined }, 5_000)).toBe(0);
});

it('what had to wait has taken no place, and parts of a long message count each', () => {
  const pace = createPace();
  for (let n = 0; n < 3; n++) pace.take(to('a'), 5_000);
  for (let n = 0; n < 50; n++) pace.take(to('a'), 5_000);
  expect(pace.take(to('a'), 6_000)).toBe(0);
  for (let n = 0; n < 4; n++) pace.add(to('b'), 5_000);
  expect(pace.take(to('b'), 6_000)).toBe(1_000);
});

it('over any second no more than the burst and the rate go out', () => {
  const pace = createPace();
  const sent: number[] = [];
  for (let now = 0; now < 5_000; now += 7) if (pace.take(to(`a${now}`), now) === 0) sent.push(now);
  for (const from of sent) expect(sent.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(20);
  expect(sent.length).toBeLessThanOrEqual(60);
});
