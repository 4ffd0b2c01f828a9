import type { Draft } from '../../events/event.ts';
import type { State } from '../state.ts';

/** @returns `undefined` when the event is of another family */
export function evolveCase(state: State, event: Draft): State | undefined {
  switch (event.type) {
    case 'case.opened':
      return { ...state, case: event.data.case, counters: { ...state.counters, case: state.counters.case + 1 } };
    case 'case.matured':
      return { ...state, case: null };
    case 'human.requested':
      return { ...state, humanRequests: event.data.count };
    case 'handoff.requested': {
      const { handoff: id, team, reason } = event.data;
      return {
        ...state,
        handoff: { id, team, reason },
        counters: { ...state.counters, handoff: state.counters.handoff + 1 },
      };
    }
    case 'timer.set': {
      const { timer, kind, request } = event.data;
      return {
        ...state,
        timers: { ...state.timers, [timer]: { kind, request } },
        counters: { ...state.counters, timer: state.counters.timer + 1 },
      };
    }
    case 'timer.cleared': {
      const { [event.data.timer]: _gone, ...timers } = state.timers;
      return { ...state, timers };
    }
    default:
      return undefined;
  }
}
