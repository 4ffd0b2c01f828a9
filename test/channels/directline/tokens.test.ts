import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, callAs } from './setup/call.ts';
import { type Served, secret, serve, withSecret } from './setup/serve.ts';

let served: Served;
let base: string;

async function begin(given: Parameters<typeof serve>[0]) {
  served = await serve(given);
  base = `${served.url}/v3/directline`;
}

afterEach(() => served.close());

function claimsOf(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function forge(token: string, change: object, header?: object): string {
  const [head = '', body = '', mark = ''] = token.split('.');
  const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), ...change };
  const newHead = header ? Buffer.from(JSON.stringify(header)).toString('base64url') : head;
  return [newHead, Buffer.from(JSON.stringify(claims)).toString('base64url'), mark].join('.');
}

describe('with a secret', () => {
  beforeEach(() => begin({ directline: withSecret }));

  const generate = async (body: object = {}) => (await call(`${base}/tokens/generate`, { bearer: secret, body })).body;

  test('a token is a JWT for one conversation and one user, for half an hour', async () => {
    const answer = await generate({ user: { id: 'dl_ann', name: 'Ann' }, trustedOrigins: ['https://Shop.example'] });
    expect(answer).toMatchObject({ expires_in: 1800, conversationId: expect.any(String) });
    const claims = claimsOf(answer.token);
    expect(claims).toMatchObject({
      iss: 'touchpoint',
      aud: 'directline',
      conv: answer.conversationId,
      user: 'dl_ann',
      origins: ['https://shop.example'],
    });
    expect(claims.exp - claims.iat).toBe(1800);
    expect(claims.iat * 1000).toBe(served.clock.now());
  });

  test('a client that names no user gets a random one', async () => {
    const [one, two] = [await generate(), await generate()];
    expect(claimsOf(one.token).user).toMatch(/^dl_[\w-]{20,}$/);
    expect(claimsOf(one.token).user).not.toBe(claimsOf(two.token).user);
    expect(one.conversationId).not.toBe(two.conversationId);
  });

  test('generating a token begins no conversation', async () => {
    const { token, conversationId } = await generate();
    expect(served.bot.openings).toEqual([]);
    expect((await call(`${base}/conversations/${conversationId}/activities`, { bearer: token })).status).toBe(404);
  });

  test.each([
    ['without the header', {}, [401, 'Unauthorized']],
    ['with another scheme', { headers: { authorization: 'Basic abc' } }, [401, 'Unauthorized']],
    ['with a wrong secret', { bearer: 'a-very-secret-secrex' }, [403, 'BadArgument']],
    ['with a made-up token', { bearer: 'a.b.c' }, [403, 'BadArgument']],
  ])('%s nothing is begun', async (_name, asked, refusal) => {
    const answer = await call(`${base}/conversations`, { ...asked, body: {} });
    expect([answer.status, answer.body.error.code]).toEqual(refusal);
    expect(answer.body.error.message).not.toBe('');
    expect(served.bot.openings).toEqual([]);
  });

  test('while secrets are being rotated both work, and tokens of the old one too', async () => {
    const { token } = await generate();
    await served.close();
    await begin({ directline: { access: { kind: 'secrets', secrets: ['the-new-secret', secret] } } });
    for (const bearer of [secret, 'the-new-secret', token]) {
      expect((await call(`${base}/conversations`, { bearer, body: {} })).status).toBe(201);
    }
  });

  test.each([
    ['another conversation', (token: string) => forge(token, { conv: 'other' })],
    ['a later expiry', (token: string) => forge(token, { exp: 9_999_999_999 })],
    ['no algorithm', (token: string) => forge(token, {}, { alg: 'none', typ: 'JWT' })],
    [
      'no algorithm and no signature',
      (token: string) => `${forge(token, {}, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`,
    ],
    ['another algorithm', (token: string) => forge(token, {}, { alg: 'HS512', typ: 'JWT' })],
    ['half a signature', (token: string) => token.slice(0, -10)],
  ])('a token forged to %s is refused', async (_name, change) => {
    const answer = await call(`${base}/conversations`, { bearer: change((await generate()).token), body: {} });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'BadArgument']);
  });

  test('a token signed with the bare secret is not one of ours', async () => {
    const [head, body] = (await generate()).token.split('.');
    const mark = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url');
    expect((await call(`${base}/conversations`, { bearer: `${head}.${body}.${mark}`, body: {} })).status).toBe(403);
  });

  test('an expired token is told so, in the last second it still works', async () => {
    const { token } = await generate();
    served.clock.advance(1_799_000);
    expect((await call(`${base}/conversations`, { bearer: token, body: {} })).status).toBe(201);
    served.clock.advance(1000);
    for (const path of ['/conversations', '/tokens/refresh']) {
      const answer = await call(base + path, { bearer: token, body: {} });
      expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
    }
  });

  test('refreshing gives the same grant a new half hour', async () => {
    const { token, conversationId } = await generate({
      user: { id: 'dl_ann' },
      trustedOrigins: ['https://shop.example'],
    });
    served.clock.advance(900_000);
    const refreshed = await call(`${base}/tokens/refresh`, { bearer: token, method: 'POST' });
    expect(refreshed.status).toBe(200);
    expect(refreshed.body).toMatchObject({ conversationId, expires_in: 1800 });
    const [before, after] = [claimsOf(token), claimsOf(refreshed.body.token)];
    expect(after).toEqual({ ...before, iat: before.iat + 900, exp: before.exp + 900 });
  });

  test('a secret cannot be refreshed and a token cannot make tokens', async () => {
    const { token } = await generate();
    expect((await call(`${base}/tokens/refresh`, { bearer: secret, body: {} })).status).toBe(403);
    expect((await call(`${base}/tokens/generate`, { bearer: token, body: {} })).status).toBe(403);
  });

  test('only pages among the origins of a token may use it; callers that are no page may too', async () => {
    const { token } = await generate({ trustedOrigins: ['https://shop.example'] });
    const from = async (origin?: string) =>
      call(`${base}/conversations`, { bearer: token, body: {}, headers: origin ? { origin } : {} });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from('https://shop.example.evil.example')).status).toBe(403);
    expect((await from('https://shop.example')).status).toBe(201);
    expect((await from()).status).toBe(200);
  });

  test('a token opens its own conversation and no other: 403 for one that exists, 404 for one that does not', async () => {
    const [one, two] = [await generate(), await generate()];
    await call(`${base}/conversations`, { bearer: two.token, body: {} });
    for (const [other, status] of [
      [two.conversationId, 403],
      ['nonsense', 404],
    ] as const) {
      const url = `${base}/conversations/${other}`;
      expect((await call(url, { bearer: one.token })).status).toBe(status);
      expect((await call(`${url}/activities`, { bearer: one.token })).status).toBe(status);
      const posted = await call(`${url}/activities`, { bearer: one.token, body: { type: 'message', text: 'hi' } });
      expect(posted.status).toBe(status);
    }
    expect(served.bot.taken).toEqual([]);
  });

  test('a stream ticket is no token and a token is no ticket', async () => {
    const { token } = await generate();
    const { body } = await call(`${base}/conversations`, { bearer: token, body: {} });
    const ticket = new URL(body.streamUrl).searchParams.get('t') ?? '';
    expect((await call(`${base}/conversations`, { bearer: ticket, body: {} })).status).toBe(403);
  });
});

describe('in development mode', () => {
  beforeEach(() => begin({}));

  test.each([undefined, 'dev', 'undefined', 'a.b'])('the bearer %s counts as the secret', async (bearer) => {
    const answer = await call(`${base}/conversations`, { ...(bearer ? { bearer } : {}), body: {} });
    expect(answer.status).toBe(201);
  });

  test.each(['a.b.c', 'eyJh.eyJp.', '..'])('the bearer %s has the form of a token and is verified', async (bearer) => {
    const answer = await call(`${base}/conversations`, { bearer, body: {} });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'BadArgument']);
  });

  test('an expired token is refused here too', async () => {
    const { token } = (await call(`${base}/tokens/generate`, { body: {} })).body;
    served.clock.advance(1_800_000);
    expect((await call(`${base}/conversations`, { bearer: token, body: {} })).body.error.code).toBe('TokenExpired');
  });

  test.each(['evil.example', 'evil.example:80', '192.168.1.7', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'a page that reaches this machine as "%s" is refused',
    async (host) => {
      const answer = await callAs(host, `${base}/conversations`, { method: 'POST' });
      expect(answer.status).toBe(403);
    },
  );

  test.each(['localhost', 'LOCALHOST:3978', '127.0.0.1:1', '[::1]:3978'])(
    'a caller of "%s" is served',
    async (host) => {
      expect((await callAs(host, `${base}/conversations`, { method: 'POST' })).status).toBe(201);
    },
  );

  test('tokens outlive a restart, as the key is kept', async () => {
    const { token } = (await call(`${base}/tokens/generate`, { body: {} })).body;
    await served.close();
    await begin({});
    expect((await call(`${base}/conversations`, { bearer: token, body: {} })).status).toBe(201);
  });
});
