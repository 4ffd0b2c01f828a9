import type { Frame, State } from '../state.ts';

/** Changes the innermost frame; a state without frames stays as it is. */
export function setTop(state: State, change: Partial<Frame>): State {
  const top = state.stack.at(-1);
  return top === undefined ? state : { ...state, stack: [...state.stack.slice(0, -1), { ...top, ...change }] };
}

/** The innermost frame comes to a step: it stands there, and the visit counts. */
export function visit(state: State, step: string): State {
  const top = state.stack.at(-1);
  if (!top) return state;
  return setTop(state, { at: step, visits: { ...top.visits, [step]: (top.visits[step] ?? 0) + 1 } });
}
