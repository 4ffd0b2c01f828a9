import type { Draft } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import { passedBy, unoffered } from '../offering.ts';
import type { Handoff, State } from '../state.ts';

/** @returns `undefined` when the event is of another family */
export function evolveHandoff(state: State, event: Draft & { readonly at: Instant }): State | undefined {
  switch (event.type) {
    case 'handoff.requested': {
      const { handoff: id, team, reason } = event.data;
      const handoff: Handoff = {
        id,
        team,
        reason,
        phase: 'over',
        agent: null,
        since: event.at,
        version: 0,
        promise: null,
        meantFor: null,
        ...unoffered,
        desk: null,
        endedAt: null,
      };
      return { ...state, handoff, counters: { ...state.counters, handoff: state.counters.handoff + 1 } };
    }
    case 'handoff.queued':
      return moved(state, {
        phase: 'waiting',
        agent: null,
        ...unoffered,
        promise: event.data.promise ?? null,
        desk: event.data.desk ?? null,
      });
    case 'handoff.rerouted':
      return moved(state, { phase: 'over', agent: null, desk: null });
    case 'handoff.lost':
      return moved(state, { phase: 'waiting', agent: null, ...unoffered });
    case 'handoff.offered':
      return moved(state, { offered: event.data.agent ?? '', passed: passedBy(state.handoff ?? unoffered) });
    case 'handoff.declined':
      if (state.handoff?.offered !== event.data.agent) return state;
      return moved(state, { offered: null, passed: passedBy(state.handoff ?? unoffered) });
    case 'handoff.accepted':
      return moved(state, { phase: 'held', agent: event.data.agent, promise: null, meantFor: null, ...unoffered });
    case 'handoff.transferred':
      return moved(state, {
        phase: 'waiting',
        agent: null,
        team: event.data.team,
        meantFor: event.data.to ?? null,
        ...unoffered,
      });
    case 'handoff.returned':
    case 'handoff.closed':
      return moved(state, { phase: 'over', agent: null, endedAt: event.at });
    case 'handoff.left':
    case 'handoff.unavailable':
      return moved(state, { phase: 'over', agent: null });
    default:
      return undefined;
  }
}

/** Every change of hands raises the version: who decided on an older one decided on something else. */
function moved(state: State, change: Partial<Handoff>): State {
  const { handoff } = state;
  return handoff ? { ...state, handoff: { ...handoff, ...change, version: handoff.version + 1 } } : state;
}
