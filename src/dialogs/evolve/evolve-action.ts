import type { Draft, DraftOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Promised, State, Verifying } from '../state.ts';
import { markLast } from './evolve-conversation.ts';
import { setTop, visit, without } from './frames.ts';

/** @returns `undefined` when the event is of another family */
export function evolveAction(state: State, event: Draft & { readonly at: Instant }): State | undefined {
  switch (event.type) {
    case 'action.requested':
      return event.data.purpose === 'verify' ? verifying(state, event, event.at) : requested(state, event);
    case 'action.succeeded':
      return succeeded(state, event.data.request);
    case 'action.failed':
      return ended(state, event.data.request);
    case 'action.slow':
      return state.pending ? { ...state, pending: { ...state.pending, toldSlow: true } } : state;
    case 'goal.verified':
      return verified(state, event);
    case 'promise.kept':
    case 'promise.broken':
      return {
        ...state,
        promises: without(state.promises, event.data.promise),
        verifying: withoutThat(state, { goal: '', promise: event.data.promise }),
      };
    case 'promise.due':
      return promiseDue(state, event.data.promise);
    case 'promise.made':
      return promised(state, event);
    default:
      return undefined;
  }
}

function succeeded(state: State, request: string): State {
  const acts = state.pending?.request === request && !state.pending.safe;
  const next = ended(acts ? setTop(state, { acted: true }) : state, request);
  return { ...next, recent: markLast(state.recent, { settled: true }) };
}

function requested(state: State, event: DraftOf<'action.requested'>): State {
  const { request, action, at, purpose, slot, safe } = event.data;
  if (!at) return state;
  const placed = purpose === 'do' ? visit(state, at.step) : setTop(state, { at: at.step });
  const input = event.words?.input ?? null;
  const pending = { request, action, at, slot, input, safe: purpose === 'check' || safe === true, toldSlow: false };
  return { ...counted(placed), pending };
}

function verifying(state: State, event: DraftOf<'action.requested'>, at: Instant): State {
  const { request, action, goal, promise = null } = event.data;
  const about = { goal: goal ?? '', promise };
  const since = Object.values(state.verifying).find((one) => isAbout(one, about))?.since ?? at;
  const entry = { ...about, action, input: event.words?.input ?? null, since };
  return { ...counted(state), verifying: { ...withoutThat(state, about), [request]: entry } };
}

function counted(state: State): State {
  return { ...state, counters: { ...state.counters, request: state.counters.request + 1 } };
}

function ended(state: State, request: string): State {
  return state.pending?.request === request ? { ...state, pending: null } : state;
}

/** A goal that shows in the system of record keeps the promises that were made for it. */
function verified(state: State, { data: { goal, value } }: DraftOf<'goal.verified'>): State {
  const promises = Object.entries(state.promises).map(([id, one]) => [
    id,
    one.goal === goal && value ? { ...one, kept: true } : one,
  ]);
  return { ...state, verifying: withoutThat(state, { goal, promise: null }), promises: Object.fromEntries(promises) };
}

function promised(state: State, { data, words }: DraftOf<'promise.made'>): State {
  const { promise, what, goal = null, action = null } = data;
  if (promise === undefined) return state;
  const entry: Promised = { what, goal, action, input: words?.input ?? null, kept: false };
  return {
    ...state,
    promises: { ...state.promises, [promise]: entry },
    counters: { ...state.counters, promise: state.counters.promise + 1 },
  };
}

/** One that nobody can verify is not kept in mind any longer. */
function promiseDue(state: State, promise: string): State {
  const isOpen = state.promises[promise]?.action != null;
  return isOpen ? state : { ...state, promises: without(state.promises, promise) };
}

type About = Pick<Verifying, 'goal' | 'promise'>;

function isAbout(one: About, other: About): boolean {
  return one.goal === other.goal && one.promise === other.promise;
}

function withoutThat(state: State, about: About): State['verifying'] {
  return Object.fromEntries(Object.entries(state.verifying).filter(([, entry]) => !isAbout(entry, about)));
}
