import type { Draft } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { State } from '../state.ts';
import { evolveIssues } from './evolve-issues.ts';
import { setTop, without } from './frames.ts';

/** @returns `undefined` when the event is of another family */
export function evolveCase(state: State, event: Draft & { readonly at: Instant }): State | undefined {
  switch (event.type) {
    case 'case.opened':
    case 'case.named':
    case 'case.linked':
    case 'case.continued':
    case 'case.silent':
    case 'case.matured':
      return evolveIssues(state, event);
    case 'human.requested':
      return { ...state, humanRequests: event.data.count };
    case 'timer.set': {
      const { timer, kind, request, at = null } = event.data;
      const text = event.words?.text ?? null;
      return {
        ...(kind === 'step.wait' ? setTop(state, { at: at?.step ?? null, waitsFor: timer }) : state),
        timers: { ...state.timers, [timer]: { kind, request, at, text } },
        counters: { ...state.counters, timer: state.counters.timer + 1 },
      };
    }
    case 'timer.cleared': {
      const { timer } = event.data;
      const stack = state.stack.map((frame) => (frame.waitsFor === timer ? { ...frame, waitsFor: null } : frame));
      return { ...state, stack, timers: without(state.timers, timer) };
    }
    default:
      return undefined;
  }
}
