import { type Role, roles } from '../../runtime/ports/accounts.ts';
import type { Route, StaffRoute } from '../access/route.ts';
import { errorBody } from '../serving/error-answer.ts';
import type { WebOptions } from '../web-options.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Who reads figures. */
const readers: readonly Role[] = ['analyst', 'supervisor', 'admin'];

/** /api/*: behind the sign-in, what does not exist too, so that nobody learns what does. */
export function apiRoutes({ read }: Pick<WebOptions, 'read'>): readonly Route[] {
  const figures = (['report', 'hours'] as const).map(
    (name): StaffRoute => ({
      method: 'GET',
      path: `/api/cx/${name}`,
      roles: readers,
      async answer(request) {
        return { status: 200, body: await read(name, Object.fromEntries(request.query()), request.gone()) };
      },
    }),
  );
  const rest = methods.map(
    (method): StaffRoute => ({
      method,
      path: '/api/*',
      roles,
      answer: async () => errorBody(404, 'NOT_FOUND', 'there is nothing at this address'),
    }),
  );
  return [...figures, ...rest];
}
