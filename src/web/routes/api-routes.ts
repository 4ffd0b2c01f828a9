import type { HttpRoute } from '../../channels/directline/http.ts';
import type { Sessions } from '../access/create-sessions.ts';
import { guard } from '../access/guard.ts';
import { errorBody } from '../serving/error-answer.ts';
import type { WebOptions } from '../web-options.ts';

type Doors = Pick<WebOptions, 'read' | 'bearer'> & { readonly sessions: Sessions };

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** /api/*: behind the sign-in, what does not exist too, so that nobody learns what does. */
export function apiRoutes(doors: Doors): readonly HttpRoute[] {
  const figures = (['report', 'hours'] as const).map(
    (name): HttpRoute => ({
      method: 'GET',
      path: `/api/cx/${name}`,
      async answer(request) {
        return { status: 200, body: await doors.read(name, Object.fromEntries(request.query()), request.gone()) };
      },
    }),
  );
  const rest = methods.map(
    (method): HttpRoute => ({
      method,
      path: '/api/*',
      answer: async () => errorBody(404, 'NOT_FOUND', 'there is nothing at this address'),
    }),
  );
  return [...figures, ...rest].map((route) => guard(doors, route));
}
