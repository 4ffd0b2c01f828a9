import type { Draft, DraftOf } from '../../events/event.ts';
import type { Value } from '../../events/understood.ts';
import type { Frame, State } from '../state.ts';
import { markLast } from './evolve-conversation.ts';
import { setTop, visit } from './frames.ts';

/** @returns `undefined` when the event is of another family */
export function evolveDialog(state: State, event: Draft): State | undefined {
  switch (event.type) {
    case 'dialog.entered':
      return entered(state, event);
    case 'dialog.left':
      return { ...state, stack: state.stack.slice(0, -1), open: null, pending: null };
    case 'question.asked':
      return asked(state, event);
    case 'question.closed':
      return { ...setTop(state, { attempt: 0 }), open: null, misses: event.data.how === 'answered' ? 0 : state.misses };
    case 'slot.filled':
      return filled(state, event);
    case 'slot.refused':
      return event.data.reason === 'invalid' ? emptied(state, event.data.slot) : state;
    case 'value.set':
      return { ...withValue(state, event.data.name, event.words?.value ?? null), misses: 0 };
    case 'slot.validated':
      return validated(state, event.data.slot);
    case 'goal.reached':
      return { ...state, recent: markLast(state.recent, { settled: true }) };
    default:
      return undefined;
  }
}

function entered(state: State, event: DraftOf<'dialog.entered'>): State {
  const { dialog, by, goal, from } = event.data;
  const caller = from && by === 'call' ? visit(state, from.step) : state;
  const frame: Frame = { dialog, at: null, slots: {}, valid: [], goal, by, attempt: 0, visits: {} };
  const misses = by === 'intent' ? 0 : state.misses;
  return { ...caller, stack: [...caller.stack, frame], open: null, misses };
}

function asked(state: State, event: DraftOf<'question.asked'>): State {
  const { at, kind, slot, attempt, reason } = event.data;
  const placed = reason === 'first' ? visit(state, at.step) : setTop(state, { at: at.step });
  const repaired = reason === 'again' || reason === 'invalid';
  return {
    ...setTop(placed, { attempt }),
    open: { ref: at, kind, slot, attempt },
    recent: repaired ? markLast(state.recent, { repaired }) : state.recent,
  };
}

function filled(state: State, event: DraftOf<'slot.filled'>): State {
  const { slot, shared, valid } = event.data;
  const value = event.words?.value ?? null;
  const recent = markLast(state.recent, { settled: true });
  const top = state.stack.at(-1);
  if (!top) return { ...state, recent };
  const callers = shared ? callersOf(state.stack) : 0;
  const own = state.stack.length - 1 - callers;
  const stack = state.stack.map((frame, depth) =>
    depth === state.stack.length - 1 || (depth >= own && slot in frame.slots)
      ? hold(frame, { slot, value, valid })
      : frame,
  );
  return { ...state, recent, stack, shared: shared ? { ...state.shared, [slot]: value } : state.shared };
}

/** Frames below the innermost that called it, and one another. What a digression interrupted keeps its own values. */
function callersOf(stack: readonly Frame[]): number {
  const begun = stack.findLastIndex(({ by }) => by !== 'call');
  return stack.length - 1 - Math.max(0, begun);
}

type Held = { readonly slot: string; readonly value: Value; readonly valid: boolean };

function hold(frame: Frame, { slot, value, valid }: Held): Frame {
  const others = frame.valid.filter((name) => name !== slot);
  return { ...frame, slots: { ...frame.slots, [slot]: value }, valid: valid ? [...others, slot] : others };
}

function validated(state: State, slot: string): State {
  const valid = state.stack.at(-1)?.valid ?? [];
  return setTop(state, { valid: [...valid.filter((name) => name !== slot), slot] });
}

function emptied(state: State, slot: string): State {
  const top = state.stack.at(-1);
  if (!top) return state;
  const { [slot]: _gone, ...slots } = top.slots;
  const { [slot]: _sharedGone, ...shared } = state.shared;
  return { ...setTop(state, { slots, valid: top.valid.filter((name) => name !== slot) }), shared };
}

function withValue(state: State, name: string, value: State['shared'][string]): State {
  const top = state.stack.at(-1);
  return top ? setTop(state, { slots: { ...top.slots, [name]: value } }) : state;
}
