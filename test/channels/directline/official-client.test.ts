import { once } from 'node:events';
import { ConnectionStatus } from 'botframework-directlinejs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './setup/call.ts';
import { officialClient } from './setup/direct-line-js.ts';
import { type Served, secret, serve, withSecret } from './setup/serve.ts';

let served: Served;
afterEach(() => served.close());

const texts = (client: ReturnType<typeof officialClient>) => client.received.map(({ text }) => text);

describe.each([
  ['over a WebSocket', { webSocket: true }],
  ['by polling', { webSocket: false, pollingInterval: 200 }],
])('the official client %s', (_name, how) => {
  beforeEach(async () => {
    served = await serve();
  });

  test('starts with any secret in development mode, is greeted, posts and gets its echo and the answer', async () => {
    const me = officialClient(served.url, { secret: 'dev', ...how });
    await me.until('hello, I am a machine');
    const id = await me.post('hi');
    await me.until('echo: hi');
    expect(texts(me)).toEqual(['hello, I am a machine', 'hi', 'echo: hi']);
    expect(me.received[1]).toMatchObject({ id, channelData: { clientActivityID: 'id-hi' } });
    expect(me.received[2]).toMatchObject({ replyToId: id });
    expect(me.client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
    me.client.end();
  });

  test('starts with a token and takes its user from it', async () => {
    const { token } = (await call(`${served.url}/v3/directline/tokens/generate`, { body: { user: { id: 'dl_ann' } } }))
      .body;
    const me = officialClient(served.url, { token, ...how });
    await me.post('hi');
    await me.until('echo: hi');
    expect(served.bot.taken[0]?.from?.id).toBe('dl_ann');
    me.client.end();
  });

  test('gets each of a hundred messages once and in order', async () => {
    const me = officialClient(served.url, { secret: 'dev', ...how });
    for (let n = 0; n < 50; n++) await me.post(`m${n}`);
    await me.until('echo: m49');
    const said = Array.from({ length: 50 }, (_, n) => [`m${n}`, `echo: m${n}`]).flat();
    await Promise.all(said.map((text) => me.until(text)));
    expect(me.arrived).toEqual(['hello, I am a machine', ...said]);
    expect(texts(me).toSorted()).toEqual(['hello, I am a machine', ...said].toSorted());
    me.client.end();
  });
});

describe('the official client', () => {
  test('comes back after its socket broke, and what was said meanwhile is replayed once', async () => {
    served = await serve();
    const me = officialClient(served.url, { secret: 'dev' });
    await me.post('before');
    await me.until('echo: before');
    me.sockets[0]?.terminate();
    await call(`${served.url}/v3/directline/conversations/${served.bot.openings[0]?.conversation}/activities`, {
      body: { type: 'message', text: 'meanwhile' },
    });
    await me.until('echo: meanwhile');
    await me.post('after');
    await me.until('echo: after');
    expect(me.sockets).toHaveLength(2);
    expect(texts(me).slice(1)).toEqual([
      'before',
      'echo: before',
      'meanwhile',
      'echo: meanwhile',
      'after',
      'echo: after',
    ]);
    me.client.end();
  });

  test('takes up a conversation of an earlier page by its id, token and watermark', async () => {
    served = await serve();
    const first = officialClient(served.url, { secret: 'dev' });
    await first.post('before');
    await first.until('echo: before');
    first.client.end();
    const conversationId = served.bot.openings[0]?.conversation ?? '';
    const me = officialClient(served.url, { secret: 'dev', conversationId, watermark: '2', webSocket: true });
    await me.until('echo: before');
    expect(texts(me)).toEqual(['before', 'echo: before']);
    me.client.end();
  });

  test('gives up at once with a wrong secret', async () => {
    served = await serve({ directline: withSecret });
    const me = officialClient(served.url, { secret: `${secret}x` });
    await expect(me.post('hi')).rejects.toBeDefined();
    expect(me.client.connectionStatus$.getValue()).toBe(ConnectionStatus.FailedToConnect);
    expect(served.bot.openings).toEqual([]);
  });

  test('is told to try again when its token expired and when the store fails', async () => {
    served = await serve();
    const { token } = (await call(`${served.url}/v3/directline/tokens/generate`, { body: {} })).body;
    const me = officialClient(served.url, { token, webSocket: false, pollingInterval: 200 });
    await me.post('hi');
    served.bot.breakStore(true);
    expect(await me.post('full')).toBe('retry');
    served.bot.breakStore(false);
    served.clock.advance(1_800_000);
    expect(await me.post('late')).toBe('retry');
    expect(served.bot.taken.map(({ text }) => text)).toEqual(['hi']);
    me.client.end();
  });

  test('loses its sockets, not its conversation, when the server closes', async () => {
    served = await serve();
    const me = officialClient(served.url, { secret: 'dev' });
    await me.until('hello, I am a machine');
    const closed = me.sockets[0] ? once(me.sockets[0], 'close') : undefined;
    await served.server.close();
    expect((await closed)?.[0]).toBe(1001);
    me.client.end();
  });
});
