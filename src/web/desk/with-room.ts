import type { HttpAnswer } from '../../channels/contract/http.ts';
import type { Principal } from '../../runtime/ports/accounts.ts';
import type { Clock, Store } from '../../runtime/ports.ts';
import type { StaffRoute } from '../access/route.ts';
import { errorBody } from '../serving/error-answer.ts';
import { agentId } from './agent-id.ts';
import type { Desk } from './create-desk.ts';

/** @property appear shows that somebody is there */
type Doors = {
  readonly desk: Desk;
  readonly store: Pick<Store, 'reach' | 'letGo'>;
  readonly wall: Clock;
  appear(principal: Principal): Promise<void>;
};

/** A process that dies while it takes a conversation for somebody holds their hand so long. */
const leaseMs = 5_000;
const againMs = 25;

/**
 * A route by which a person takes a conversation, refused (409) to who has as many as one may have. What one person asks for is answered one after the
 * other, by whichever processes, so that nobody takes two where there is room for one.
 */
export function withRoom({ desk, store, wall, appear }: Doors, route: StaffRoute): StaffRoute {
  const { capacity } = desk.settings.policy;
  if (capacity === null) return route;
  const answer = async (request: Parameters<StaffRoute['answer']>[0], principal: Principal): Promise<HttpAnswer> => {
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
      const agent = agentId(principal.name);
      await appear(principal);
      let until = wall.now() + leaseMs;
      while (!(await store.reach(agent, { now: wall.now(), until }))) {
        if (request.gone().aborted) return busy();
        await new Promise<void>((resolve) => void wall.after(againMs, resolve));
        until = wall.now() + leaseMs;
      }
      try {
        return await answer(request, principal);
      } finally {
        await store.letGo(agent, until);
      }
    },
  };
}

function busy(): HttpAnswer {
  return errorBody(409, 'CONFLICT', 'another conversation is being taken for you');
}
