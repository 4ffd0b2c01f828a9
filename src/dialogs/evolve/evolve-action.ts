import type { Draft, DraftOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { State } from '../state.ts';
import { markLast } from './evolve-conversation.ts';
import { visit } from './frames.ts';

/** @returns `undefined` when the event is of another family */
export function evolveAction(state: State, event: Draft & { readonly at: Instant }): State | undefined {
  switch (event.type) {
    case 'action.requested':
      return event.data.purpose === 'verify' ? verifying(state, event, event.at) : requested(state, event);
    case 'action.succeeded':
      return { ...ended(state, event.data.request), recent: markLast(state.recent, { settled: true }) };
    case 'action.failed':
      return ended(state, event.data.request);
    case 'action.slow':
      return state.pending ? { ...state, pending: { ...state.pending, toldSlow: true } } : state;
    case 'goal.verified':
      return { ...state, verifying: withoutGoal(state, event.data.goal) };
    default:
      return undefined;
  }
}

function requested(state: State, event: DraftOf<'action.requested'>): State {
  const { request, action, at, purpose, slot } = event.data;
  if (!at) return state;
  const placed = purpose === 'do' ? visit(state, at.step) : state;
  return { ...counted(placed), pending: { request, action, at, slot, toldSlow: false } };
}

function verifying(state: State, event: DraftOf<'action.requested'>, at: Instant): State {
  const { request, action, goal } = event.data;
  const since = Object.values(state.verifying).find((one) => one.goal === goal)?.since ?? at;
  const entry = { goal: goal ?? '', action, input: event.words?.input ?? null, since };
  return { ...counted(state), verifying: { ...withoutGoal(state, entry.goal), [request]: entry } };
}

function counted(state: State): State {
  return { ...state, counters: { ...state.counters, request: state.counters.request + 1 } };
}

function ended(state: State, request: string): State {
  return state.pending?.request === request ? { ...state, pending: null } : state;
}

function withoutGoal(state: State, goal: string): State['verifying'] {
  return Object.fromEntries(Object.entries(state.verifying).filter(([, entry]) => entry.goal !== goal));
}
