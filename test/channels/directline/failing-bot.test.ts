import { afterEach, expect, test } from 'vitest';
import { call } from './setup/call.ts';
import { fakeClock } from './setup/fake-clock.ts';
import { type Served, serve } from './setup/serve.ts';

let served: Served;
afterEach(() => served.close());

/** Posts to a bot that does with it what `receive` does. */
async function post(receive: () => Promise<never>, wall = fakeClock()) {
  const runtime = {
    open: async () => 'opened' as const,
    notify: async () => 'unknown' as const,
    listen: () => () => {},
    typing: () => {},
    onTyping: () => () => {},
    watch: () => () => {},
    receive,
  };
  served = await serve({ directline: { runtime, wall } });
  const { conversationId, token } = (await call(`${served.url}/v3/directline/conversations`, { body: {} })).body;
  const url = `${served.url}/v3/directline/conversations/${conversationId}/activities`;
  return call(url, { bearer: token, body: { type: 'message', text: 'hi' } });
}

test('a bot that fails is 502, which clients send again, and it is logged', async () => {
  const answer = await post(() => Promise.reject(new TypeError('no')));
  expect([answer.status, answer.body.error.code]).toEqual([502, 'BotError']);
  expect(answer.text).not.toContain('no"');
  expect(served.logged).toContain('a message could not be handled');
});

test('a bot that is silent for 15 s is 502', async () => {
  const wall = fakeClock();
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  const answering = post(() => {
    reach();
    return new Promise(() => {});
  }, wall);
  await reached;
  wall.advance(15_000);
  const answer = await answering;
  expect([answer.status, answer.body.error.message]).toEqual([502, expect.stringContaining('15 s')]);
});
