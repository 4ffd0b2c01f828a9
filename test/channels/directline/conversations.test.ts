import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './setup/call.ts';
import { type Served, secret, serve, withSecret } from './setup/serve.ts';

let served: Served;
let base: string;

beforeEach(async () => {
  served = await serve({ directline: withSecret });
  base = `${served.url}/v3/directline`;
});
afterEach(() => served.close());

const start = async (body: object = {}, bearer = secret) => call(`${base}/conversations`, { bearer, body });

describe('starting', () => {
  test('a new conversation is 201, and the same token again 200', async () => {
    const { token, conversationId } = (await call(`${base}/tokens/generate`, { bearer: secret, body: {} })).body;
    const first = await start({}, token);
    const second = await start({}, token);
    expect([first.status, second.status]).toEqual([201, 200]);
    for (const { body } of [first, second]) {
      expect(body).toMatchObject({ conversationId, token: expect.stringMatching(/^\S+\.\S+\.\S+$/), expires_in: 1800 });
      expect(body.streamUrl).toMatch(
        /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/.+\/stream\?watermark=0&t=/,
      );
    }
    expect(served.bot.openings).toHaveLength(1);
  });

  test('the secret begins another one each time, and the token in the answer is for it', async () => {
    const [one, two] = [await start(), await start()];
    expect(one.body.conversationId).not.toBe(two.body.conversationId);
    expect((await call(`${base}/conversations/${one.body.conversationId}`, { bearer: one.body.token })).status).toBe(
      200,
    );
    expect((await call(`${base}/conversations/${two.body.conversationId}`, { bearer: one.body.token })).status).toBe(
      403,
    );
  });

  test('the runtime learns address, touchpoint, language and a customer without a name', async () => {
    await start({
      user: { id: 'ann@example.com' },
      locale: 'de-at',
      channelData: { touchpoint: { entryPoint: 'checkout' } },
    });
    const [opening] = served.bot.openings;
    expect(opening).toMatchObject({ channel: 'web', entryPoint: 'checkout', locale: 'de-AT' });
    expect(opening?.address).toBe(opening?.conversation);
    expect(opening?.customer).toMatch(/^cus_[\w-]{20,}$/);
  });

  test('the same user is the same customer at the next visit', async () => {
    await start({ user: { id: 'ann' } });
    await start({ user: { id: 'ann' } });
    await start({ user: { id: 'bob' } });
    const [one, two, three] = served.bot.openings.map(({ customer }) => customer);
    expect(one).toBe(two);
    expect(three).not.toBe(one);
  });

  test('what the token says of entry point and language holds, the request may name the language', async () => {
    const body = { entryPoint: 'help', locale: 'fr' };
    const { token } = (await call(`${base}/tokens/generate`, { bearer: secret, body })).body;
    await start({}, token);
    expect(served.bot.openings[0]).toMatchObject({ entryPoint: 'help', locale: 'fr' });
  });

  test('without any of it the defaults hold, also where the language is nonsense', async () => {
    await start({ user: {}, locale: 'not a language!' });
    expect(served.bot.openings[0]).toMatchObject({ entryPoint: 'default', locale: 'en' });
  });

  test('the official client sends no body at all when it has nothing to say', async () => {
    expect((await call(`${base}/conversations`, { bearer: secret, method: 'POST' })).status).toBe(201);
  });

  test.each([
    [{ entryPoint: 'a b' }, "'entryPoint'"],
    [{ user: { id: 7 } }, "'user.id'"],
    [{ trustedOrigins: 'https://x' }, "'trustedOrigins'"],
    [[1], 'object'],
  ])('%j is refused by the name of the wrong field', async (body, named) => {
    const answer = await start(body);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BadArgument']);
    expect(answer.body.error.message).toContain(named);
  });

  test('behind TLS the stream is opened under the public address', async () => {
    const behind = await serve({ web: { config: { host: '127.0.0.1', port: 0, publicUrl: 'https://chat.example/' } } });
    const { body } = await call(`${behind.url}/v3/directline/conversations`, { body: {} });
    expect(body.streamUrl).toMatch(/^wss:\/\/chat\.example\/v3\/directline\//);
    await behind.close();
  });
});

describe('coming back', () => {
  const streamMark = (url: string) => new URL(url).searchParams.get('watermark');

  test('without a watermark only later messages come, with one what came after it', async () => {
    const { conversationId, token } = (await start()).body;
    await call(`${base}/conversations/${conversationId}/activities`, {
      bearer: token,
      body: { type: 'message', text: 'hi' },
    });
    const url = `${base}/conversations/${conversationId}`;
    const later = await call(url, { bearer: token });
    expect(later.status).toBe(200);
    expect(later.body).toMatchObject({ conversationId, token: expect.any(String) });
    expect(streamMark(later.body.streamUrl)).toBe('4');
    expect(streamMark((await call(`${url}?watermark=2`, { bearer: token })).body.streamUrl)).toBe('2');
    expect(streamMark((await call(`${url}?watermark=`, { bearer: token })).body.streamUrl)).toBe('0');
    expect(streamMark((await call(`${url}?watermark=999`, { bearer: token })).body.streamUrl)).toBe('4');
  });

  test.each(['abc', '-1', '1.5', '9999999999999999'])('the watermark %s was never given out', async (watermark) => {
    const { conversationId, token } = (await start()).body;
    const answer = await call(`${base}/conversations/${conversationId}?watermark=${watermark}`, { bearer: token });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BadArgument']);
  });

  test('an unknown conversation is 404 for whoever may ask', async () => {
    for (const path of ['', '/activities']) {
      const answer = await call(`${base}/conversations/nothing${path}`, { bearer: secret });
      expect([answer.status, answer.body.error.code]).toEqual([404, 'NotFound']);
    }
  });

  test('the secret comes back to any conversation', async () => {
    const { conversationId } = (await start()).body;
    const { body } = await call(`${base}/conversations/${conversationId}`, { bearer: secret });
    expect(body.conversationId).toBe(conversationId);
    expect((await call(`${base}/conversations/${conversationId}/activities`, { bearer: body.token })).status).toBe(200);
  });
});

describe('calls from other pages', () => {
  test('the preflight of the official clients is answered', async () => {
    const answer = await call(`${base}/conversations/x/activities`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    const allowed = answer.headers.get('access-control-allow-headers');
    expect(allowed).toBe('authorization, content-type, x-ms-bot-agent, x-requested-with');
  });

  test.each([
    ['an answer', { bearer: secret, body: {} }],
    ['a refusal', { body: {} }],
    ['broken JSON', { bearer: secret, body: '{' }],
  ])('%s can be read by the page that asked', async (_name, asked) => {
    const answer = await call(`${base}/conversations`, asked);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toBe('Retry-After');
  });

  test('an unknown path answers in the shape of the protocol', async () => {
    const answer = await call(`${base}/session/getsessionid`);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'NotFound']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});
