import { scryptSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TouchpointError } from '../../../src/errors/touchpoint-error.ts';
import { type Accounts, type Role, roles } from '../../../src/runtime/ports/accounts.ts';
import { createSigns } from '../../../src/runtime/signs.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { guard } from '../../../src/web/access/guard.ts';
import type { Route } from '../../../src/web/access/route.ts';
import { secretHash } from '../../../src/web/access/secret-hash.ts';
import { call, callAs } from '../../channels/directline/setup/call.ts';
import { type Served, serve } from '../../channels/directline/setup/serve.ts';

let served: Served;
let accounts: Accounts;

beforeEach(async () => {
  accounts = memoryStore();
  await accounts.saveToken({ token: secretHash('good'), name: 'nightly', role: 'analyst', team: null });
  served = await serve({
    web: {
      accounts,
      runtime: {
        listen: () => () => {},
        order: async () => ({ status: 'unknown' }),
        watch: () => () => {},
        tell: async ({ customer, topic }) =>
          topic === 'parcel.late'
            ? customer === 'k'
              ? { status: 'told', conversation: 'c' }
              : customer === 'long ago'
                ? { status: 'out_of_window', channel: 'telegram' }
                : { status: 'no_consent' }
            : { status: 'unknown_topic', topics: ['parcel.late'] },
        ...createSigns(),
        linked: async () => undefined,
        surveyed: async () => 'unknown',
        judge: async ({ case: id, reviewer }) => (id === 'c1/1' && reviewer === 'nightly' ? 'handled' : 'unknown'),
      },
      read: async (asked) => {
        if ('search' in asked || asked.name === 'surveys') return JSON.stringify(asked);
        if ('id' in asked) {
          if (asked.id === 'gone/1') throw new TouchpointError('CASE_UNKNOWN', "there is no case 'gone/1'");
          return JSON.stringify(asked);
        }
        const { name, query } = asked;
        if (query['by'] === 'weather')
          throw new TouchpointError('USAGE', "'weather' is nothing to group by", { fix: 'use --by dialog' });
        return `${JSON.stringify({ schema: `${name}/1`, filters: query }, null, 1)}\n`;
      },
    },
  });
});
afterEach(() => served.close());

const ana = { name: 'Ana', role: 'agent', team: null, stamp: 's1' } as const;

const report = (headers: Record<string, string> = {}, query = '') =>
  call(`${served.url}/api/cx/report${query}`, { headers });

async function cookie(): Promise<string> {
  const answer = await call(served.signIn ?? '');
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('the figures hour by hour are for those who may see the report', async () => {
  const hours = (headers: Record<string, string>) => call(`${served.url}/api/cx/hours?dialog=refund`, { headers });
  expect((await hours({})).status).toBe(401);
  const { status, body } = await hours({ authorization: 'Bearer good' });
  expect([status, body]).toEqual([200, { schema: 'hours/1', filters: { dialog: 'refund' } }]);
});

describe('accounts by an admin', () => {
  const headers = { authorization: 'Bearer chief' };
  const path = (name: string) => `${served.url}/api/accounts/${encodeURIComponent(name)}`;
  const put = (name: string, body: object) => call(path(name), { method: 'PUT', headers, body });
  const signsIn = async (name: string, password: string) =>
    (await call(`${served.url}/api/session`, { method: 'POST', body: { name, password } })).status;
  beforeEach(() => accounts.saveToken({ token: secretHash('chief'), name: 'Chief', role: 'admin', team: null }));

  test('are added, changed with the password they had, listed without it, and removed', async () => {
    expect((await put('Bo', { role: 'agent', password: 'correct horse' })).status).toBe(204);
    expect(await signsIn('Bo', 'correct horse')).toBe(204);
    expect((await put('Bo', { role: 'supervisor', team: 'care' })).status).toBe(204);
    expect(await signsIn('Bo', 'correct horse')).toBe(204);
    const { body } = await call(`${served.url}/api/accounts`, { headers });
    expect(body).toEqual({ accounts: [{ name: 'Bo', role: 'supervisor', team: 'care' }] });
    expect((await call(path('Bo'), { method: 'DELETE', headers })).status).toBe(204);
    expect(await signsIn('Bo', 'correct horse')).toBe(401);
    expect((await call(path('Bo'), { method: 'DELETE', headers })).status).toBe(404);
  });

  test('an admin who changes their own password stays signed in here, and nowhere else', async () => {
    await put('Ida', { role: 'admin', password: 'correct horse' });
    const signIn = async (password: string) => {
      const answer = await call(`${served.url}/api/session`, { method: 'POST', body: { name: 'Ida', password } });
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const session = async (cookie: string) => (await call(`${served.url}/api/session`, { headers: { cookie } })).status;
    const [here, elsewhere] = [await signIn('correct horse'), await signIn('correct horse')];
    const origin = served.url;
    const changed = await call(path('Ida'), {
      method: 'PUT',
      headers: { cookie: here, origin },
      body: { role: 'admin', password: 'battery staple' },
    });
    expect(changed.status).toBe(204);
    const renewed = changed.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await Promise.all([renewed, here, elsewhere].map(session))).toEqual([200, 401, 401]);
    expect(await signIn('battery staple')).not.toBe('');
    const byToken = await put('Ida', { role: 'admin', password: 'correct horse' });
    expect([byToken.status, byToken.headers.get('set-cookie')]).toEqual([204, null]);
  });

  test.each([
    ['Bo', { role: 'agent' }, 400],
    ['Bo', { role: 'agent', password: 'short' }, 400],
    ['Bo', { role: 'king', password: 'correct horse' }, 400],
    [' Bo', { role: 'agent', password: 'correct horse' }, 400],
    ['Chief', { role: 'agent', password: 'correct horse' }, 409],
  ])('are refused where something is missing or would lock the admin out: %s %j', async (name, body, status) => {
    expect((await put(name, body)).status).toBe(status);
    expect((await call(path('Chief'), { method: 'DELETE', headers })).status).toBe(409);
  });
});

test('who came by the sign-in link makes an admin first, and then others', async () => {
  const session = await cookie();
  const put = (name: string, role: string) => {
    const headers = { cookie: session, origin: served.url };
    const body = { role, password: 'correct horse' };
    return call(`${served.url}/api/accounts/${name}`, { method: 'PUT', headers, body });
  };
  const early = await put('Bo', 'agent');
  expect([early.status, early.body.error.message]).toEqual([409, expect.stringContaining('must be an admin')]);
  expect(await accounts.hasAccounts()).toBe(false);
  expect([(await put('Root', 'admin')).status, (await put('Bo', 'agent')).status]).toEqual([204, 204]);
});

describe('the sign-in link', () => {
  test('makes its first visitor an admin and leads to the dashboard', async () => {
    const answer = await call(served.signIn ?? '');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cx']);
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; HttpOnly/);
    expect(set).toMatch(/; SameSite=Strict/);
    expect((await report({ cookie: `other=1; ${set.split(';')[0]}` })).status).toBe(200);
  });

  test('works once', async () => {
    await call(served.signIn ?? '');
    const again = await call(served.signIn ?? '');
    expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('works for ten minutes', async () => {
    served.clock.advance(600_000);
    expect((await call(served.signIn ?? '')).status).toBe(403);
  });

  test('is not used up by being looked at or guessed at', async () => {
    expect((await call(served.signIn ?? '', { method: 'HEAD' })).status).toBe(200);
    expect((await call(`${served.url}/sign-in?ticket=guess`)).status).toBe(403);
    expect((await call(`${served.url}/sign-in`)).status).toBe(403);
    expect((await call(served.signIn ?? '')).status).toBe(303);
  });

  test('does not work under a foreign name of this machine', async () => {
    expect((await callAs('evil.example', served.signIn ?? '')).status).toBe(403);
  });

  test('does not work once there is an account', async () => {
    await accounts.saveAccount({ ...ana, password: 'none' });
    expect((await call(served.signIn ?? '')).status).toBe(403);
  });

  test('is not given out on other addresses', async () => {
    const open = await serve({ web: { config: { host: '0.0.0.0', port: 0 } } });
    expect(open.signIn).toBeUndefined();
    await open.close();
  });
});

describe('the API', () => {
  test.each(['/api/cx/report', '/api/cx/nothing', '/api/nothing'])(
    '%s is 401 for nobody in particular',
    async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        if (path === '/api/cx/report' && method !== 'GET') continue;
        const answer = await call(served.url + path, { method });
        expect([answer.status, answer.body.error.code]).toEqual([401, 'UNAUTHORISED']);
      }
      for (const headers of [
        { authorization: 'Bearer bad' },
        { cookie: 'touchpoint_session=guess' },
        { cookie: 'touchpoint_session=' },
      ]) {
        expect((await call(served.url + path, { headers })).status).toBe(401);
      }
    },
  );

  test('takes a session or a bearer token', async () => {
    expect((await report({ cookie: await cookie() })).status).toBe(200);
    expect((await report({ authorization: 'Bearer good' })).status).toBe(200);
  });

  test('lays open a case by its id, written either way, and a conversation', async () => {
    const headers = { authorization: 'Bearer good' };
    for (const id of ['c1/1', 'c1%2F1']) {
      const { status, body } = await call(`${served.url}/api/cx/cases/${id}`, { headers });
      expect([status, body]).toEqual([200, { name: 'case', id: 'c1/1', isVeiled: false }]);
    }
    const conversation = await call(`${served.url}/api/cx/conversations/c1`, { headers });
    expect(conversation.body).toEqual({ name: 'conversation', id: 'c1', isVeiled: false });
    const list = await call(`${served.url}/api/cx/cases?outcome=abandoned`, { headers });
    expect(list.body).toEqual({ schema: 'cases/1', filters: { outcome: 'abandoned' } });
    const unknown = await call(`${served.url}/api/cx/cases/gone/1`, { headers });
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'CASE_UNKNOWN']);
  });

  test('records what a reviewer found, under their name', async () => {
    const post = (body: object) =>
      call(`${served.url}/api/cx/reviews`, { method: 'POST', headers: { authorization: 'Bearer good' }, body });
    expect((await post({ case: 'c1/1', sample: 'assumed', value: true })).status).toBe(204);
    expect((await post({ case: 'c9/1', sample: 'rejected', value: true })).body.error.code).toBe('CASE_UNKNOWN');
    for (const wrong of [{}, { case: 'c1', sample: 'assumed', value: true }, { case: 'c1/1', sample: 'x', value: 1 }])
      expect((await post(wrong)).status).toBe(400);
  });

  test('gives the report byte for byte, for the flags in the query', async () => {
    const answer = await report({ authorization: 'Bearer good' }, '?from=2025-01-01&by=dialog');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.text).toBe(
      '{\n "schema": "report/1",\n "filters": {\n  "from": "2025-01-01",\n  "by": "dialog"\n }\n}\n',
    );
  });

  test('names a wrong flag', async () => {
    const answer = await report({ authorization: 'Bearer good' }, '?by=weather');
    expect([answer.status, answer.body.error]).toEqual([
      400,
      { code: 'USAGE', message: expect.stringContaining('--by dialog') },
    ]);
  });

  test('lets a session write from our own pages only, a token from anywhere', async () => {
    const write = (headers: Record<string, string>) => call(`${served.url}/api/nothing`, { body: {}, headers });
    const session = await cookie();
    expect((await write({ cookie: session })).status).toBe(403);
    const foreign = await write({ cookie: session, origin: 'https://evil.example' });
    expect([foreign.status, foreign.text]).toEqual([403, expect.stringContaining('FORBIDDEN')]);
    expect((await write({ cookie: session, origin: served.url })).status).toBe(404);
    expect((await write({ authorization: 'Bearer good' })).status).toBe(404);
  });

  test('ends a session after twelve hours, however far a test moves the clock', async () => {
    const session = await cookie();
    served.clock.advance(90 * 86_400_000);
    expect((await report({ cookie: session })).status).toBe(200);
    served.wall.advance(12 * 3_600_000);
    expect((await report({ cookie: session })).status).toBe(401);
  });
});

describe('signing in with a password', () => {
  const password = 'correct horse';
  const signIn = (body: unknown, headers: Record<string, string> = {}) =>
    call(`${served.url}/api/session`, { body, headers });
  const me = (cookies: string) => call(`${served.url}/api/session`, { headers: { cookie: cookies } });
  const cookieOf = (set: string | null) => set?.split(';')[0] ?? '';

  const salt = Buffer.from('salt');
  // as it is kept, but for its cost
  const cheap = `scrypt$1$1$1$${salt.toString('base64url')}$${scryptSync(password, salt, 32, { N: 2, r: 1, p: 1 }).toString('base64url')}`;

  beforeEach(() => accounts.saveAccount({ ...ana, password: cheap }));

  test('sets a cookie that holds in another process on the same data, and is taken back by signing out', async () => {
    const answer = await signIn({ name: 'Ana', password });
    expect([answer.status, answer.text]).toEqual([204, '']);
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    const other = await serve({ web: { accounts } });
    const there = await call(`${other.url}/api/session`, { headers: { cookie: cookieOf(set) } });
    expect([there.status, there.body]).toEqual([200, { name: 'Ana', role: 'agent', team: null }]);
    await other.close();
    const headers = { cookie: cookieOf(set), origin: served.url };
    expect((await call(`${served.url}/api/session`, { method: 'DELETE', headers })).status).toBe(204);
    expect((await me(cookieOf(set))).status).toBe(401);
  });

  test('takes no wrong password, no unknown name, and nothing from a foreign page', async () => {
    expect((await signIn({ name: 'Ana', password: 'correct horsf' })).status).toBe(401);
    expect((await signIn({ name: 'Eve', password })).status).toBe(401);
    expect((await signIn({ name: 'Ana', password }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await signIn({ name: 'Ana' })).status).toBe(400);
    expect((await signIn({ name: 'Ana', password }, { origin: served.url })).status).toBe(204);
  });

  test('slows guessing down for a name, and not for who knows the password', async () => {
    for (let count = 0; count < 12; count++) expect((await signIn({ name: 'Ana', password })).status).toBe(204);
    await accounts.saveAccount({ ...ana, name: 'Bo', password: 'scrypt$1$1$1$$' });
    const guesses = await Promise.all(Array.from({ length: 12 }, () => signIn({ name: 'Bo', password: 'guess' })));
    expect(guesses.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(401), 429, 429]);
    served.wall.advance(60_000);
    expect((await signIn({ name: 'Bo', password: 'guess' })).status).toBe(401);
  });

  test('is over when the password changes', async () => {
    const session = cookieOf((await signIn({ name: 'Ana', password })).headers.get('set-cookie'));
    expect((await me(session)).status).toBe(200);
    await accounts.saveAccount({ ...ana, password: 'other', stamp: 's2' });
    expect((await me(session)).status).toBe(401);
  });
});

describe('roles', () => {
  const pathOf = (path: string) => path.replace(/:\w+/g, 'x').replace('*', 'nothing');
  /** Some answers go on: only how they begin is looked at. */
  const ask = async ({ method, path }: Pick<Route, 'method' | 'path'>, bearer?: string) => {
    const authorization: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const response = await fetch(served.url + pathOf(path), {
      method,
      headers: { 'content-type': 'application/json', ...authorization },
      ...(method === 'GET' ? {} : { body: '{}' }),
    });
    await response.body?.cancel();
    return response;
  };

  /** Who may what, written down a second time: the first that fits holds. */
  const mayUse: readonly (readonly [start: RegExp, who: readonly Role[]])[] = [
    [/ \/api\/accounts/, ['admin']],
    [/ \/api\/notices/, ['admin']],
    [/ \/api\/desk\/.*\/take-over$/, ['supervisor', 'admin']],
    [/ \/api\/desk\//, ['agent', 'supervisor', 'admin']],
    [/ \/api\/cx\//, ['analyst', 'supervisor', 'admin']],
    [/^(GET|DELETE) \/api\/session$/, roles],
    // what is not there is told to whoever is signed in
    [/ \/api\/\*$/, roles],
  ];
  const allowedOn = ({ method, path }: Route): readonly Role[] =>
    mayUse.find(([start]) => start.test(`${method} ${path}`))?.[1] ?? [];

  test('each role reaches what is for it, and nothing else', async () => {
    for (const role of roles)
      await accounts.saveToken({ token: secretHash(`${role}-token`), name: role, role, team: null });
    const guarded = served.server.routes.filter((route) => route.roles !== 'everybody');
    expect(guarded.length).toBeGreaterThan(8);
    for (const route of guarded) {
      const nobody = await ask(route);
      expect([route.path, nobody.status]).toEqual([route.path, 401]);
      for (const role of roles) {
        const { status } = await ask(route, `${role}-token`);
        const isRefused = status === 401 || status === 403;
        expect([route.method, route.path, role, isRefused]).toEqual([
          route.method,
          route.path,
          role,
          !allowedOn(route).includes(role),
        ]);
      }
    }
  });

  test('nothing of the API is open to everybody but signing in', () => {
    const open = served.server.routes.filter(({ path, roles: who }) => path.startsWith('/api/') && who === 'everybody');
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/session']);
  });

  test('a route that does not say who may use it is refused at start', () => {
    const doors = { accounts, sessions: { begin: async () => '', find: async () => undefined, end: async () => '' } };
    const undeclared: Route = JSON.parse('{"method":"GET","path":"/api/forgotten"}');
    expect(() => guard(doors, undeclared)).toThrow(
      expect.objectContaining({ code: 'ROUTE_WITHOUT_ROLES', message: expect.stringContaining('/api/forgotten') }),
    );
  });
});

test('the business tells customers first with a token of an admin, and hears why not', async () => {
  await accounts.saveToken({ token: secretHash('boss'), name: 'shop', role: 'admin', team: null });
  const tell = (change: object, token = 'boss') =>
    call(`${served.url}/api/notices`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ customer: 'k', topic: 'parcel.late', dedupeKey: '1', ...change }),
    });
  expect(await tell({})).toMatchObject({ status: 202, body: { status: 'told', conversation: 'c' } });
  expect(await tell({ customer: 'other' })).toMatchObject({ status: 409, body: { error: { code: 'NOTICE_REFUSED' } } });
  const late = await tell({ customer: 'long ago' });
  expect(late).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining('on telegram') } } });
  const wrong = await tell({ topic: 'parcel.lat' });
  expect(wrong).toMatchObject({ status: 404, body: { error: { message: expect.stringContaining("'parcel.late'") } } });
  expect((await tell({ dedupeKey: '' })).status).toBe(400);
  expect((await tell({}, 'good')).status).toBe(403);
});
