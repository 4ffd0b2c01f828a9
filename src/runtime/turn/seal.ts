/**
 * Gives drafts their place in the log: sequence, time, customer turn and case; and folds them into the next state.
 */
import { evolve } from '../../dialogs/evolve/evolve.ts';
import type { State } from '../../dialogs/state.ts';
import type { Draft, Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import { versionOf } from '../../events/version-of.ts';
import { caseOf } from '../cases/case-of.ts';

export type Sealed = { readonly events: readonly Event[]; readonly state: State };

type Sealing = {
  readonly state: State;
  readonly drafts: readonly Draft[];
  /** seq of the last event stored */
  readonly seq: number;
  readonly at: Instant;
};

export function seal({ state, drafts, seq, at }: Sealing): Sealed {
  const events: Event[] = [];
  let next = state;
  for (const [index, draft] of drafts.entries()) {
    const before = next;
    next = evolve(before, { ...draft, at });
    const issue = caseOf({ before, after: next, drafts, index });
    const place = { conversation: state.conversation, seq: seq + events.length + 1, at, turn: next.turn, case: issue };
    events.push({ ...draft, ...place, v: versionOf(draft.type) });
  }
  return { events, state: next };
}
