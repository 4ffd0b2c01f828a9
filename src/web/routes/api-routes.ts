import type { HttpRequest } from '../../channels/contract/http.ts';
import { type Role, roles } from '../../runtime/ports/accounts.ts';
import type { Route, StaffRoute } from '../access/route.ts';
import { errorBody } from '../serving/error-answer.ts';
import type { ReadAsked, WebOptions } from '../web-options.ts';
import { reviewRoute } from './review-route.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Who reads figures. */
const readers: readonly Role[] = ['analyst', 'supervisor', 'admin'];

/** /api/*: behind the sign-in, what does not exist too, so that nobody learns what does. */
export function apiRoutes({ read, runtime }: Pick<WebOptions, 'read' | 'runtime'>): readonly Route[] {
  const get = (path: string, asked: (request: HttpRequest) => ReadAsked): StaffRoute => ({
    method: 'GET',
    path: `/api/cx/${path}`,
    roles: readers,
    answer: async (request) => ({ status: 200, body: await read(asked(request), request.gone()) }),
  });
  const figures = (['report', 'hours', 'cases', 'reviews'] as const).map((name) =>
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
  const idIn = ({ params }: HttpRequest): string => params['*'] ?? '';
  return [
    ...figures,
    reviewRoute(runtime),
    get('cases/*', (request) => ({ name: 'case', id: idIn(request) })),
    get('conversations/*', (request) => ({ name: 'conversation', id: idIn(request) })),
    ...rest,
  ];
}
