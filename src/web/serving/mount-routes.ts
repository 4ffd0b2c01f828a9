import type { Next, Request, Response, Server } from 'restify';
import type { HttpRoute } from '../../channels/contract/http.ts';
import { errorBody } from './error-answer.ts';
import { hotRoutes } from './hot-routes.ts';
import { type Serving, serveRoute } from './serve-route.ts';
import { writeAnswer } from './write-answer.ts';

/**
 * Puts the routes on a restify server. Everything is answered by our own writer, never by restify's formatters.
 *
 * A target that is no URL is refused before restify sees it: restify 12 throws out of its request listener there, which ends the process.
 */
export function mountRoutes(server: Server, routes: readonly HttpRoute[], serving: Serving): void {
  const findHot = hotRoutes(routes.filter((route) => route.hot));
  server.first((message, response) => {
    const hot = findHot(message.method ?? '', message.url ?? '');
    if (hot) {
      void serveRoute(serving, hot.route, { message, response, params: hot.params });
      return false;
    }
    if (URL.canParse(message.url ?? '', 'http://localhost')) return true;
    writeAnswer(response, errorBody(400, 'BAD_REQUEST', 'the request target is not a valid URL'));
    return false;
  });
  for (const route of routes) mountRoute(server, route, serving);
  server.on('NotFound', (_request, response) => missing(response, 404, 'there is nothing at this address'));
  server.on('MethodNotAllowed', (_request, response) =>
    missing(response, 405, 'this address does not take this method'),
  );
}

const methods = {
  GET: ['get', 'head'],
  POST: ['post'],
  PUT: ['put'],
  PATCH: ['patch'],
  DELETE: ['del'],
  OPTIONS: ['opts'],
} as const;

/** Adds one route to a server whose routes are mounted. */
export function mountRoute(server: Server, route: HttpRoute, serving: Serving): void {
  const serve = (message: Request, response: Response, next: Next) => {
    const done = serveRoute(serving, route, { message, response, params: message.params ?? {} });
    void done.then(() => next(false));
  };
  for (const method of methods[route.method]) server[method](route.path, serve);
}

/** Restify sees that an answer was sent and sends none of its own. */
function missing(response: Response, status: number, message: string): void {
  writeAnswer(response, errorBody(status, status === 404 ? 'NOT_FOUND' : 'METHOD_NOT_ALLOWED', message));
}
