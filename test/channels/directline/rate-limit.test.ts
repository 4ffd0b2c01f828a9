import { expect, test } from 'vitest';
import { createRateLimit } from '../../../src/channels/directline/access/create-rate-limit.ts';
import { call } from './setup/call.ts';
import { fakeClock } from './setup/fake-clock.ts';
import { serve } from './setup/serve.ts';

test('a burst passes, then one at a time as time goes by', () => {
  const clock = fakeClock();
  const take = createRateLimit({ burst: 2, perMinute: 60 }, clock);
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
  expect(take('b')).toBe(0);
  clock.advance(500);
  expect(take('a')).toBeCloseTo(0.5);
  clock.advance(500);
  expect([take('a'), take('a')]).toEqual([0, 1]);
  clock.advance(3_600_000);
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
});

test('being refused costs nothing', () => {
  const clock = fakeClock();
  const take = createRateLimit({ burst: 1, perMinute: 60 }, clock);
  for (let n = 0; n < 100; n++) take('a');
  clock.advance(1000);
  expect(take('a')).toBe(0);
});

test('only so many keys are remembered, the quietest is forgotten', () => {
  const take = createRateLimit({ burst: 1, perMinute: 60 }, fakeClock(), 2);
  expect([take('a'), take('b'), take('a'), take('c')]).toEqual([0, 0, 1, 0]);
  expect(take('a')).toBe(1);
  expect(take('b')).toBe(0);
});

test('a client that floods its conversation is slowed down, its neighbours and the secret are not', async () => {
  const served = await serve();
  const conversations = `${served.url}/v3/directline/conversations`;
  const [one, two] = [(await call(conversations, { body: {} })).body, (await call(conversations, { body: {} })).body];
  const say = (at: { conversationId: string }, bearer?: string) =>
    call(`${conversations}/${at.conversationId}/activities`, {
      ...(bearer ? { bearer } : {}),
      body: { type: 'typing' },
    });
  const statuses = await Promise.all(Array.from({ length: 210 }, async () => (await say(one, one.token)).status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(200);
  const refused = await say(one, one.token);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await say(two, two.token)).status).toBe(200);
  expect((await say(one)).status).toBe(200);
  await served.close();
});

test('an address that tries one token after the other is told to wait, and who has a token is not', async () => {
  const served = await serve();
  const conversations = `${served.url}/v3/directline/conversations`;
  const { conversationId, token } = (await call(conversations, { body: {} })).body;
  const tries = Array.from({ length: 61 }, (_, n) => `a.b.${n}`);
  const statuses = await Promise.all(
    tries.map(async (bearer) => (await call(conversations, { bearer, body: {} })).status),
  );
  expect(statuses.toSorted()).toEqual([...Array(60).fill(403), 429]);
  expect((await call(`${conversations}/${conversationId}`, { bearer: token })).status).toBe(200);
  await served.close();
});
