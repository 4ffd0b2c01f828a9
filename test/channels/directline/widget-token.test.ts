import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { call, callAs } from './setup/call.ts';
import { type Served, serve, withSecret } from './setup/serve.ts';

let served: Served;
afterEach(() => served.close());

const visit = (body: object = {}, headers: Record<string, string> = {}) =>
  call(`${served.url}/widget/token`, { body, headers });
const begin = (bearer: string, body: object = {}) =>
  call(`${served.url}/v3/directline/conversations`, { bearer, body });

function jwt(claims: object, key: string, header: object = { typ: 'JWT', alg: 'HS256' }): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

describe('the widget, which has no secret', () => {
  test('gets a token for a new conversation at its entry point, and its user', async () => {
    served = await serve({ directline: withSecret });
    const { status, body } = await visit({ entryPoint: 'checkout' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      conversationId: expect.any(String),
      expires_in: 1800,
      userId: expect.stringMatching(/^dl_/),
    });
    expect((await begin(body.token, { user: { id: body.userId }, locale: 'de' })).status).toBe(201);
    expect(served.bot.openings[0]).toMatchObject({
      conversation: body.conversationId,
      entryPoint: 'checkout',
      locale: 'de',
    });
  });

  test('is allowed on pages of this server, and its token only there', async () => {
    served = await serve({ directline: withSecret });
    expect((await visit({}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await visit({}, { origin: 'null' })).status).toBe(403);
    const { status, body } = await visit({}, { origin: served.url });
    expect(status).toBe(200);
    const from = (origin: string) =>
      call(`${served.url}/v3/directline/conversations`, { bearer: body.token, body: {}, headers: { origin } });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from(served.url)).status).toBe(201);
  });

  test('is allowed on the configured pages instead', async () => {
    served = await serve({ directline: { ...withSecret, widgetOrigins: ['https://shop.example'] } });
    expect((await visit({}, { origin: served.url })).status).toBe(403);
    const { body } = await visit({}, { origin: 'https://shop.example' });
    expect(JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString()).origins).toEqual([
      'https://shop.example',
    ]);
  });

  test('thirty times a minute from one address', async () => {
    served = await serve();
    for (let n = 0; n < 30; n++) expect((await visit()).status).toBe(200);
    const refused = await visit();
    expect([refused.status, refused.body.error.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'TooManyRequests',
      '2',
    ]);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    served.wall.advance(2000);
    expect((await visit()).status).toBe(200);
    expect((await visit()).status).toBe(429);
  });

  test("counts visitors behind our own proxy one by one, and believes nobody else's word", async () => {
    const one = { 'x-forwarded-for': '203.0.113.1' };
    served = await serve({ web: { config: { host: '127.0.0.1', port: 0, trustsProxy: true } } });
    for (let n = 0; n < 30; n++) await visit({}, one);
    expect((await visit({}, one)).status).toBe(429);
    expect((await visit({}, { 'x-forwarded-for': '203.0.113.2' })).status).toBe(200);
    await served.close();
    served = await serve();
    for (let n = 0; n < 30; n++) await visit({}, { 'x-forwarded-for': `203.0.113.${n}` });
    expect((await visit({}, { 'x-forwarded-for': '203.0.113.99' })).status).toBe(429);
  });

  test('is refused in development mode under a foreign name of this machine', async () => {
    served = await serve();
    expect((await callAs('evil.example', `${served.url}/widget/token`, { method: 'POST' })).status).toBe(403);
  });

  test.each([{ entryPoint: 'x'.repeat(65) }, { entryPoint: '<script>' }, { token: 7 }])(
    '%j is refused',
    async (body) => {
      served = await serve();
      expect((await visit(body)).status).toBe(400);
    },
  );
});

describe('a visitor who comes back', () => {
  test('goes on in their conversation as the same user, even after the token expired over night', async () => {
    served = await serve();
    const first = (await visit()).body;
    await begin(first.token);
    served.clock.advance(12 * 3_600_000);
    const { status, body } = await visit({ conversationId: first.conversationId, token: first.token });
    expect(status).toBe(200);
    expect([body.conversationId, body.userId]).toEqual([first.conversationId, first.userId]);
    expect((await begin(body.token)).status).toBe(200);
  });

  test('does not after days', async () => {
    served = await serve();
    const first = (await visit()).body;
    served.clock.advance(1_800_000 + 86_400_000 + 1000);
    const { status, body } = await visit({ conversationId: first.conversationId, token: first.token });
    expect([status, body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('cannot bring a forged token, nor name another conversation', async () => {
    served = await serve();
    const [one, two] = [(await visit()).body, (await visit()).body];
    const forged = await visit({ conversationId: one.conversationId, token: `${one.token}x` });
    expect([forged.status, forged.body.error.code]).toEqual([403, 'BadArgument']);
    const other = await visit({ conversationId: two.conversationId, token: one.token });
    expect([other.status, other.body.error.code]).toEqual([403, 'NotAllowed']);
  });
});

describe('a customer the shop knows', () => {
  const identitySecret = 'shop-and-bot-know-it';
  const soon = Date.UTC(2025, 2, 4, 13) / 1000;

  test('is the same customer at every visit, by `sub` alone and without a name in the log', async () => {
    served = await serve({ directline: { ...withSecret, identitySecret } });
    const tokens = [
      { sub: 'c-17', exp: soon, name: 'Ann', email: 'ann@example.com', locale: 'fr' },
      { sub: 'c-17', exp: soon, email: 'other@example.com' },
      { sub: 'c-18', exp: soon, email: 'ann@example.com' },
    ];
    for (const claims of tokens) {
      const { body } = await visit({ userToken: jwt(claims, identitySecret) });
      await begin(body.token);
    }
    const [one, two, three] = served.bot.openings;
    expect(two?.customer).toBe(one?.customer);
    expect(three?.customer).not.toBe(one?.customer);
    expect(one?.locale).toBe('fr');
    expect(JSON.stringify(served.bot.openings)).not.toContain('c-17');
  });

  test('what the shop says of them is known when they begin, and stands in no address', async () => {
    served = await serve({ directline: { ...withSecret, identitySecret } });
    const claims = { sub: 'c-17', exp: soon, name: 'Ann', email: 'ann@example.com' };
    const { body } = await visit({ userToken: jwt(claims, identitySecret) });
    const begun = await begin(body.token);
    expect(served.bot.openings[0]?.profile).toEqual({ name: 'Ann', email: 'ann@example.com' });
    const ticket = new URL(begun.body.streamUrl).searchParams.get('t') ?? '';
    const told = Buffer.from(ticket.split('.')[1] ?? '', 'base64url').toString();
    expect(told).not.toMatch(/c-17|ann@/);
  });

  test.each([
    ['signed by somebody else', jwt({ sub: 'c-17', exp: soon }, 'guess'), 'BadArgument'],
    ['not signed at all', `${jwt({ sub: 'c-17', exp: soon }, identitySecret, { alg: 'none' })}`, 'BadArgument'],
    ['without a `sub`', jwt({ email: 'ann@example.com', exp: soon }, identitySecret), 'BadArgument'],
    ['without an end', jwt({ sub: 'c-17' }, identitySecret), 'BadArgument'],
    ['expired', jwt({ sub: 'c-17', exp: soon - 3600 }, identitySecret), 'TokenExpired'],
  ])('is not believed from a token %s', async (_name, userToken, code) => {
    served = await serve({ directline: { ...withSecret, identitySecret } });
    const { status, body } = await visit({ userToken });
    expect([status, body.error.code]).toEqual([403, code]);
  });

  test('is told what is missing where no identity secret is set', async () => {
    served = await serve();
    const { status, body } = await visit({ userToken: jwt({ sub: 'c-17', exp: soon }, identitySecret) });
    expect([status, body.error.message]).toEqual([403, expect.stringContaining('TOUCHPOINT_IDENTITY_SECRET')]);
  });
});
