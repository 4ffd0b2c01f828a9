import type { Frame, Memory, State } from '../state.ts';

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

/** What a frame learned; what it took over from an earlier run and has not used yet is not lost. */
export function memoryOf({ slots, valid, past, again }: Frame): Memory {
  const calls = { ...again.calls, ...past.calls };
  const choices = { ...again.choices, ...past.choices };
  return { slots, valid, past: { calls, choices } };
}

/** A record without one of its keys; the record itself where it has none. */
export function without<T>(record: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } {
  if (!Object.hasOwn(record, key)) return record;
  const { [key]: _gone, ...rest } = record;
  return rest;
}
