import type { HttpAnswer } from '../../channels/contract/http.ts';
import type { StaffRoute } from '../access/route.ts';
import { errorBody } from '../serving/error-answer.ts';
import { agentId } from './agent-id.ts';
import type { Desk } from './create-desk.ts';

/**
 * A route by which a person takes a conversation, refused (409) to who has as many as one may have. What one person asks for is answered one after the
 * other, so that nobody takes two where there is room for one.
 */
export function withRoom(desk: Desk, route: StaffRoute): StaffRoute {
  const { capacity } = desk.settings.policy;
  if (capacity === null) return route;
  const lanes = new Map<string, Promise<void>>();
  const answer: StaffRoute['answer'] = async (request, principal): Promise<HttpAnswer> => {
    await desk.look();
    const agent = agentId(principal.name);
    const count = desk.handoffs().filter((one) => one.agent === agent).length;
    if (count >= capacity)
      return errorBody(409, 'CONFLICT', `you have ${count} conversations, as many as one may have`);
    return route.answer(request, principal);
  };
  return {
    ...route,
    async answer(request, principal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = lanes.get(principal.name);
      lanes.set(principal.name, promise);
      await before;
      try {
        return await answer(request, principal);
      } finally {
        resolve();
        if (lanes.get(principal.name) === promise) lanes.delete(principal.name);
      }
    },
  };
}
