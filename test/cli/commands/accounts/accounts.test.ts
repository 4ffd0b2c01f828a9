/** Accounts and tokens from the command line, beside a bot that runs on the same data. */
import { afterAll, expect, test } from 'vitest';
import { serve, stopAll, touchpoint } from '../../serving.ts';

afterAll(stopAll);

const password = 'a long password';

test('who was added signs in, a token is shown once and works, and who was removed is out', async () => {
  const server = await serve();
  const at = ['--data', server.data];
  const session = (headers: Record<string, string>) => fetch(`${server.url}/api/session`, { headers });

  const short = await touchpoint(['user', 'add', 'Ana', '--role', 'agent', '--password-stdin', ...at], {
    input: 'short',
  });
  expect([short.code, short.err]).toEqual([2, expect.stringContaining('the password has 5 characters')]);
  const unknown = await touchpoint(['user', 'add', 'Ana', '--role', 'agnt', ...at]);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("did you mean '--role agent'?")]);
  const added = await touchpoint(
    ['user', 'add', 'Ana', '--role', 'agent', '--team', 'returns', '--password-stdin', ...at],
    { input: `${password}\n` },
  );
  expect([added.code, added.out]).toEqual([0, 'Ana can sign in as agent now.\n']);
  expect(added.err).toContain('Nobody is an admin yet: add one with --role admin');
  const chief = ['user', 'add', 'Chief', '--role', 'admin', '--password-stdin', ...at];
  expect((await touchpoint(chief, { input: `${password}\n` })).err).toBe('');

  const signedIn = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ana', password }),
  });
  expect(signedIn.status).toBe(204);
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await (await session({ cookie })).json()).toEqual({ name: 'Ana', role: 'agent', team: 'returns' });
  const link = await fetch(server.ready.signIn, { redirect: 'manual' });
  expect(link.status).toBe(403);

  const token = await touchpoint(['token', 'add', 'nightly', '--role', 'analyst', ...at]);
  expect(token.out).toMatch(/^tp_[\w-]{40,}\n$/);
  const authorization = `Bearer ${token.out.trim()}`;
  expect(await (await session({ authorization })).json()).toEqual({ name: 'nightly', role: 'analyst', team: null });

  for (const name of ['Ana', 'nightly']) expect((await touchpoint(['user', 'remove', name, ...at])).code).toBe(0);
  expect([(await session({ cookie })).status, (await session({ authorization })).status]).toEqual([401, 401]);
  expect((await touchpoint(['user', 'remove', 'Ana', ...at])).code).toBe(2);
});
