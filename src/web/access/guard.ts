import type { HttpAnswer, HttpRequest, HttpRoute } from '../../channels/directline/http.ts';
import { errorBody } from '../serving/error-answer.ts';
import type { WebOptions } from '../web-options.ts';
import type { Sessions } from './create-sessions.ts';

type Doors = { readonly sessions: Sessions; readonly bearer?: WebOptions['bearer'] };

/**
 * Lets only signed-in callers through to a route: by session cookie or bearer token. A cookie comes along with requests that other pages make, so
 * what is not a mere reading must come from a page of our own.
 */
export function guard(doors: Doors, route: HttpRoute): HttpRoute {
  return {
    ...route,
    async answer(request) {
      const refusal = await refuse(doors, request);
      return refusal ?? route.answer(request);
    },
  };
}

async function refuse({ sessions, bearer }: Doors, request: HttpRequest): Promise<HttpAnswer | undefined> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined && (await bearer?.(token))) return undefined;
  if (!sessions.find(request.headers.cookie)) return unauthorised();
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading || request.headers.origin?.toLowerCase() === request.ownOrigin()) return undefined;
  return errorBody(403, 'FORBIDDEN', 'writing with a session is only allowed from a page of this server');
}

function unauthorised(): HttpAnswer {
  const answer = errorBody(401, 'UNAUTHORISED', 'sign in, or send the header Authorization: Bearer TOKEN');
  return { ...answer, headers: { 'WWW-Authenticate': 'Bearer' } };
}
