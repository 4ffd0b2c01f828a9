import type { HttpRequest } from '../../channels/contract/http.ts';
import { type Principal, type Role, roles } from '../../runtime/ports/accounts.ts';
import type { Route, StaffRoute } from '../access/route.ts';
import type { LiveFacts } from '../facts/create-live-facts.ts';
import { errorBody } from '../serving/error-answer.ts';
import type { ReadAsked, WebOptions } from '../web-options.ts';
import { reviewRoute } from './review-route.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Who reads figures. */
const readers: readonly Role[] = ['analyst', 'supervisor', 'admin'];

/** /api/*: behind the sign-in, what does not exist too, so that nobody learns what does. */
export function apiRoutes({
  read,
  runtime,
  facts,
  veilsAnalysts = false,
}: Pick<WebOptions, 'read' | 'runtime' | 'veilsAnalysts'> & { readonly facts: LiveFacts }): readonly Route[] {
  const get = (path: string, asked: (request: HttpRequest, principal: Principal) => ReadAsked): StaffRoute => ({
    method: 'GET',
    path: `/api/cx/${path}`,
    roles: readers,
    answer: async (request, principal) => ({
      status: 200,
      body: await read(asked(request, principal), request.gone()),
    }),
  });
  const figures = (['report', 'hours', 'cases', 'reviews', 'journey', 'staff'] as const).map((name) =>
    get(name, (request) => ({ name, query: Object.fromEntries(request.query()) })),
  );
  const rest = methods.map(
    (method): StaffRoute => ({
      method,
      path: '/api/*',
      roles,
      answer: async () => errorBody(404, 'NOT_FOUND', 'there is nothing at this address'),
    }),
  );
  const oneOf =
    (name: 'case' | 'conversation') =>
    (request: HttpRequest, { role }: Principal) =>
      ({ name, id: request.params['*'] ?? '', isVeiled: veilsAnalysts && role === 'analyst' }) as const;
  return [
    ...figures,
    csvRoute(read),
    liveRoute(facts),
    reviewRoute(runtime),
    get('cases/*', oneOf('case')),
    get('conversations/*', oneOf('conversation')),
    ...rest,
  ];
}

/** Server-sent events: `facts` whenever figures may have changed. */
function liveRoute(facts: LiveFacts): StaffRoute {
  return { method: 'GET', path: '/api/cx/live', roles: readers, answer: async (request) => facts.answer(request) };
}

/** The report's groups as CSV, for a spreadsheet. */
function csvRoute(read: WebOptions['read']): StaffRoute {
  const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment' };
  return {
    method: 'GET',
    path: '/api/cx/report.csv',
    roles: readers,
    async answer(request) {
      const query = Object.fromEntries(request.query());
      return { status: 200, headers, body: await read({ name: 'csv', query }, request.gone()) };
    },
  };
}
