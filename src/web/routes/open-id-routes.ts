import type { HttpAnswer, HttpRequest, HttpRoute } from '../../channels/contract/http.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Accounts, Principal } from '../../runtime/ports/accounts.ts';
import type { Clock, Log } from '../../runtime/ports.ts';
import type { Sessions } from '../access/create-sessions.ts';
import { attemptCookie, readAttempt } from '../access/oidc/attempt-cookie.ts';
import type { OpenId } from '../access/oidc/open-id.ts';
import { principalOf } from '../access/oidc/principal-of.ts';

type Doors = {
  readonly openId?: OpenId;
  readonly sessions: Sessions;
  readonly accounts: Pick<Accounts, 'account'>;
  readonly wall: Clock;
  readonly log: Log;
};

const beginning = '/sign-in/oidc';
const callback = `${beginning}/callback`;

/** /sign-in/ways: ways to sign in besides a password; /sign-in/oidc: to the provider and back, where one is configured. */
export function openIdRoutes({ openId, ...doors }: Doors): readonly HttpRoute[] {
  const ways = { oidc: openId ? { label: openId.options.label, href: beginning } : null };
  const listed: HttpRoute = {
    method: 'GET',
    path: '/sign-in/ways',
    answer: async () => ({ status: 200, body: JSON.stringify(ways) }),
  };
  if (!openId) return [listed];
  const told = (answer: (request: HttpRequest) => Promise<HttpAnswer>) => (request: HttpRequest) =>
    answer(request).catch((error: unknown) => failed(doors, error));
  return [
    listed,
    { method: 'GET', path: beginning, answer: told((request) => begin(openId, doors, request)) },
    { method: 'GET', path: callback, answer: told((request) => finish(openId, doors, request)) },
  ];
}

type Open = Omit<Doors, 'openId'>;

async function begin(openId: OpenId, { wall }: Open, request: HttpRequest): Promise<HttpAnswer> {
  const { address, attempt } = await openId.begin(`${request.ownOrigin()}${callback}`);
  const cookie = attemptCookie(attempt, { now: wall.now(), path: beginning, isSecure: isSecure(request) });
  return { status: 303, headers: { Location: address, 'Set-Cookie': cookie }, body: '' };
}

async function finish(openId: OpenId, { sessions, accounts, wall }: Open, request: HttpRequest): Promise<HttpAnswer> {
  const attempt = readAttempt(request.headers.cookie, wall.now());
  if (!attempt) throw notBegun();
  const claims = await openId.finish(`${request.ownOrigin()}${callback}?${request.query()}`, attempt);
  const principal = principalOf(claims, openId.options);
  if (await accounts.account(principal.name)) throw taken(principal);
  const cookie = await sessions.begin(principal, null, isSecure(request));
  const page = principal.role === 'analyst' ? '/cx' : '/desk';
  return { status: 303, headers: { Location: page, 'Set-Cookie': cookie }, body: '' };
}

function isSecure(request: HttpRequest): boolean {
  return request.ownOrigin().startsWith('https:');
}

function notBegun(): TouchpointError {
  return new TouchpointError(
    'SIGN_IN_REFUSED',
    'this sign-in was not begun in this browser, or took longer than ten minutes',
    {
      fix: 'begin again from the sign-in page, with cookies allowed',
    },
  );
}

/** Who is who at the desk is told by the name. */
function taken({ name }: Principal): TouchpointError {
  return new TouchpointError('SIGN_IN_REFUSED', `'${name}' has an account with a password here`, {
    fix: `sign in with it, or remove it: touchpoint user remove '${name}'`,
  });
}

/** Whoever reads this is in the midst of signing in, with a browser: a page and no JSON. */
function failed({ log }: Open, error: unknown): HttpAnswer {
  if (!(error instanceof TouchpointError)) throw error;
  log.warn({ err: error, code: error.code }, 'somebody could not sign in at the provider');
  const status = error.code === 'SIGN_IN_UNREACHABLE' ? 502 : 403;
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    body: pageOf(error),
  };
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function pageOf({ code, message, fix = '' }: TouchpointError): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign-in did not work</title>
<style>:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}main{max-width:34rem;margin:15vh auto;padding:0 1rem}</style></head>
<body><main><h1>Sign-in did not work</h1><p>${escaped(message)}.</p><p>What helps: ${escaped(fix)}.</p>
<p><a href="/desk">To the sign-in page</a></p><p><code>${code}</code></p></main></body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
