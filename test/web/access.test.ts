import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TouchpointError } from '../../src/errors/touchpoint-error.ts';
import { call, callAs } from '../channels/directline/setup/call.ts';
import { type Served, serve } from '../channels/directline/setup/serve.ts';

let served: Served;
let accounts = false;

beforeEach(async () => {
  accounts = false;
  served = await serve({
    web: {
      hasAccounts: async () => accounts,
      bearer: async (token) => (token === 'good' ? { name: 'nightly', role: 'analyst' } : undefined),
      read: async (name, query) => {
        if (query['by'] === 'weather')
          throw new TouchpointError('USAGE', "'weather' is nothing to group by", { fix: 'use --by dialog' });
        return `${JSON.stringify({ schema: `${name}/1`, filters: query }, null, 1)}\n`;
      },
    },
  });
});
afterEach(() => served.close());

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
    accounts = true;
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
