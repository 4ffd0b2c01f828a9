/** Routes with who may use them, as data. */
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../channels/contract/http.ts';
import type { Principal, Role } from '../../runtime/ports/accounts.ts';

/** Open to everybody: a page, or a channel, which knows its callers itself. */
export type OpenRoute = HttpRoute & { readonly roles: 'everybody' };

/** Open to those with one of the roles, who are told apart. */
export type StaffRoute = Omit<HttpRoute, 'answer' | 'hot'> & {
  readonly roles: readonly Role[];
  answer(request: HttpRequest, principal: Principal): Promise<HttpAnswer>;
};

export type Route = OpenRoute | StaffRoute;

/** What knows nothing of roles, open to everybody. */
export function openToAll(routes: readonly HttpRoute[]): readonly OpenRoute[] {
  return routes.map((route) => ({ ...route, roles: 'everybody' }));
}
