import type { Draft, DraftOf } from '../../events/event.ts';
import { type Frame, noPast, type State } from '../state.ts';
import { markLast } from './evolve-conversation.ts';
import { evolveSlots } from './evolve-slots.ts';
import { memoryOf, setTop, visit } from './frames.ts';

/** @returns `undefined` when the event is of another family */
export function evolveDialog(state: State, event: Draft): State | undefined {
  switch (event.type) {
    case 'dialog.entered':
      return entered(state, event);
    case 'dialog.left':
      return left(state, event);
    case 'question.asked':
      return asked(state, event);
    case 'question.skipped':
      return visit(state, event.data.at.step);
    case 'question.closed':
      return closed(state, event);
    case 'goal.reached':
      return { ...reached(state, event.data.goal), recent: markLast(state.recent, { settled: true }) };
    case 'wish.kept':
      return { ...state, wishes: [...new Set([...state.wishes, ...event.data.intents])].slice(-mostWishes) };
    default:
      return evolveSlots(state, event);
  }
}

function reached(state: State, goal: string): State {
  return state.case === null ? state : { ...state, goals: { ...state.goals, [goal]: state.case } };
}

/** Wishes that wait: nobody remembers more of their own. */
const mostWishes = 5;

function entered(state: State, { data: { dialog, by, goal, from, intent } }: DraftOf<'dialog.entered'>): State {
  const caller = from && by === 'call' ? visit(state, from.step) : state;
  const { memory, rest } = remembered(caller, { dialog, by, step: from?.step });
  const frame: Frame = {
    dialog,
    at: null,
    slots: {},
    valid: memory?.valid ?? {},
    goal,
    by,
    attempt: 0,
    visits: {},
    past: noPast,
    again: memory?.past ?? noPast,
    acted: false,
    exhausted: null,
    waitsFor: null,
  };
  const misses = by === 'intent' ? 0 : state.misses;
  const wishes = state.wishes.filter((wish) => wish !== intent);
  return { ...rest, stack: [...rest.stack, frame], open: null, misses, wishes };
}

type Entering = { readonly dialog: string; readonly by: Frame['by']; readonly step: string | undefined };

/** What an earlier run knew is taken once; its values follow as `slot.filled`. */
function remembered(state: State, { dialog, by, step }: Entering) {
  if (by === 'call') {
    const again = state.stack.at(-1)?.again ?? noPast;
    const { [step ?? '']: memory, ...calls } = again.calls;
    return { memory, rest: memory ? setTop(state, { again: { ...again, calls } }) : state };
  }
  if (by !== 'intent') return { memory: undefined, rest: state };
  const { [dialog]: memory, ...kept } = state.kept;
  return { memory, rest: memory ? { ...state, kept } : state };
}

/** Dialogs that broke off and are remembered: the latest ones. */
const mostKept = 4;

function left(state: State, { data: { how } }: DraftOf<'dialog.left'>): State {
  const top = state.stack.at(-1);
  const below = { ...state, stack: state.stack.slice(0, -1), open: null, pending: null };
  if (!top) return below;
  if (top.by === 'call' && how !== 'cancelled') return tell(below, top);
  const isBroken = how === 'failed' || how === 'handed_off' || how === 'replaced';
  return isBroken && top.by === 'intent' ? { ...below, kept: keep(state.kept, top) } : below;
}

/** The calling dialog remembers what the called one learned, and that something was done. */
function tell(state: State, left: Frame): State {
  const caller = state.stack.at(-1);
  if (!caller) return state;
  const calls = { ...caller.past.calls, [caller.at ?? '']: memoryOf(left) };
  return setTop(state, { past: { ...caller.past, calls }, acted: caller.acted || left.acted });
}

function keep(kept: State['kept'], frame: Frame): State['kept'] {
  const { [frame.dialog]: _older, ...others } = kept;
  const entries = [...Object.entries(others), [frame.dialog, memoryOf(frame)] as const];
  return Object.fromEntries(entries.slice(-mostKept));
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

function closed(state: State, { data: { at, how } }: DraftOf<'question.closed'>): State {
  const exhausted = how === 'exhausted' ? { exhausted: at.step } : {};
  return {
    ...setTop(state, { attempt: 0, ...exhausted }),
    open: null,
    misses: how === 'answered' ? 0 : state.misses,
  };
}
