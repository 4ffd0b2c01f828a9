import type { HttpAnswer, HttpRequest, HttpRoute } from '../../channels/contract/http.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Accounts, Principal } from '../../runtime/ports/accounts.ts';
import { errorBody } from '../serving/error-answer.ts';
import type { Sessions } from './create-sessions.ts';
import type { Route, StaffRoute } from './route.ts';
import { secretHash } from './secret-hash.ts';

type Doors = { readonly sessions: Sessions; readonly accounts: Accounts };

/**
 * Lets only those through to a route whose role it declares: by session cookie or bearer token. A cookie comes along with requests that other pages make,
 * so what is not a mere reading must come from a page of our own.
 *
 * @throws TouchpointError ROUTE_WITHOUT_ROLES for a route that does not say who may use it
 */
export function guard(doors: Doors, route: Route): HttpRoute {
  if (isOpen(route)) return route;
  if (!Array.isArray(route.roles)) throw undeclared(route);
  return { ...route, answer: (request) => admit(doors, route, request) };
}

function isOpen(route: Route): route is Extract<Route, { roles: 'everybody' }> {
  return route.roles === 'everybody';
}

async function admit({ sessions, accounts }: Doors, route: StaffRoute, request: HttpRequest): Promise<HttpAnswer> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const bearer = token === undefined ? undefined : await accounts.tokenOwner(secretHash(token));
  const principal = bearer ?? (await sessions.find(request.headers.cookie));
  if (!principal) return unauthorised();
  if (!bearer && !isOurs(request)) return foreign();
  return route.roles.includes(principal.role) ? route.answer(request, principal) : forbidden(principal, route);
}

/** A reading, or a writing from a page of this server. */
export function isOurs(request: HttpRequest): boolean {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  return isReading || request.headers.origin?.toLowerCase() === request.ownOrigin();
}

function forbidden({ role }: Principal, { roles }: StaffRoute): HttpAnswer {
  return errorBody(403, 'FORBIDDEN', `this is for ${roles.join(', ')}; you are signed in as ${role}`);
}

function foreign(): HttpAnswer {
  return errorBody(403, 'FORBIDDEN', 'writing with a session is only allowed from a page of this server');
}

function unauthorised(): HttpAnswer {
  const answer = errorBody(401, 'UNAUTHORISED', 'sign in, or send the header Authorization: Bearer TOKEN');
  return { ...answer, headers: { 'WWW-Authenticate': 'Bearer' } };
}

function undeclared({ method, path }: Pick<Route, 'method' | 'path'>): TouchpointError {
  return new TouchpointError('ROUTE_WITHOUT_ROLES', `${method} ${path} does not say who may use it`, {
    fix: "declare roles: a list of them, or 'everybody'",
  });
}
