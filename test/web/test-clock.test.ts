import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, callAs } from '../channels/directline/setup/call.ts';
import { fakeClock } from '../channels/directline/setup/fake-clock.ts';
import { type Served, serve } from '../channels/directline/setup/serve.ts';

let served: Served;

beforeEach(async () => {
  const clock = fakeClock();
  served = await serve({ web: { clock, testClock: { advance: async (ms) => clock.advance(ms) } } });
});
afterEach(() => served.close());

const advance = (body: unknown) => call(`${served.url}/test/clock`, { body });

test('the clock stands until it is moved', async () => {
  expect((await call(`${served.url}/test/clock`)).body).toEqual({ now: '2025-03-04T12:00:00.000Z' });
  const moved = await advance({ advance: '25h' });
  expect([moved.status, moved.body]).toEqual([200, { now: '2025-03-05T13:00:00.000Z' }]);
});

test.each([
  ['1h30m', '13:30:00.000'],
  ['90s', '12:01:30.000'],
  ['1.5h', '13:30:00.000'],
  ['250ms', '12:00:00.250'],
  ['0s', '12:00:00.000'],
])('%s is a length of time', async (length, time) => {
  expect((await advance({ advance: length })).body.now).toBe(`2025-03-04T${time}Z`);
});

test.each([
  { advance: '-1h' },
  { advance: '1 h' },
  { advance: '1y' },
  { advance: '' },
  { advance: 5 },
  {},
  { advance: '1h', now: 1 },
  [],
])('%j is none', async (body) => {
  expect((await advance(body)).status).toBe(400);
  expect((await call(`${served.url}/test/clock`)).body.now).toBe('2025-03-04T12:00:00.000Z');
});

test('nobody moves it under a foreign name of this machine', async () => {
  expect((await callAs('evil.example', `${served.url}/test/clock`)).status).toBe(403);
});

test('without a test clock there is nothing at its address', async () => {
  const ordinary = await serve();
  expect((await call(`${ordinary.url}/test/clock`)).status).toBe(404);
  expect((await call(`${ordinary.url}/test/clock`, { body: { advance: '25h' } })).status).toBe(404);
  await ordinary.close();
});
