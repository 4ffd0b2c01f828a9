import { z } from 'zod';
import type { HttpAnswer, HttpRequest } from '../../channels/contract/http.ts';
import { createRateLimit } from '../../channels/directline/access/create-rate-limit.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { type Accounts, roles } from '../../runtime/ports/accounts.ts';
import type { Clock } from '../../runtime/ports.ts';
import type { Sessions } from '../access/create-sessions.ts';
import { isOurs } from '../access/guard.ts';
import { isPassword } from '../access/passwords.ts';
import type { Route } from '../access/route.ts';
import { errorBody } from '../serving/error-answer.ts';

type Doors = { readonly accounts: Accounts; readonly sessions: Sessions; readonly wall: Clock };

const credentials = z.object({ name: z.string().max(200), password: z.string().max(1000) });

/** Wrong tries a name has from anywhere, and an address has for any name: slow for whoever guesses, enough for whoever mistypes. */
const perName = { burst: 10, perMinute: 5 };
const perAddress = { burst: 30, perMinute: 15 };

/** /api/session: sign in with a password, ask who one is, sign out. */
export function sessionRoutes({ accounts, sessions, wall }: Doors): readonly Route[] {
  const ofName = createRateLimit(perName, wall);
  const ofAddress = createRateLimit(perAddress, wall);

  async function signIn(request: HttpRequest): Promise<HttpAnswer> {
    if (request.headers.origin !== undefined && !isOurs(request))
      return errorBody(403, 'FORBIDDEN', 'sign in from a page of this server');
    const { name, password } = readCredentials(request.body);
    const waitSeconds = ofAddress(request.address) || ofName(name);
    if (waitSeconds > 0) return tooMany(waitSeconds);
    const account = await accounts.account(name);
    if (!(await isPassword(password, account?.password)) || !account) return wrong();
    ofName.giveBack(name);
    ofAddress.giveBack(request.address);
    const cookie = await sessions.begin(account, account.stamp, request.ownOrigin().startsWith('https:'));
    return { status: 204, headers: { 'Set-Cookie': cookie }, body: '' };
  }

  return [
    { method: 'POST', path: '/api/session', roles: 'everybody', answer: signIn },
    {
      method: 'GET',
      path: '/api/session',
      roles,
      answer: async (_request, { name, role, team }) => ({ status: 200, body: JSON.stringify({ name, role, team }) }),
    },
    {
      method: 'DELETE',
      path: '/api/session',
      roles,
      answer: async ({ headers }) => ({
        status: 204,
        headers: { 'Set-Cookie': await sessions.end(headers.cookie) },
        body: '',
      }),
    },
  ];
}

function readCredentials(body: unknown): z.infer<typeof credentials> {
  const read = credentials.safeParse(body);
  if (read.success) return read.data;
  throw new TouchpointError('BAD_REQUEST', 'the body is no sign-in', { fix: 'send {"name":"…","password":"…"}' });
}

function wrong(): HttpAnswer {
  return errorBody(401, 'UNAUTHORISED', 'there is no account of this name with this password');
}

function tooMany(waitSeconds: number): HttpAnswer {
  const answer = errorBody(429, 'TOO_MANY', 'too many tries: wait a moment');
  return { ...answer, headers: { 'Retry-After': String(Math.ceil(waitSeconds)) } };
}
