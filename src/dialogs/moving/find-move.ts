/**
 * Whether a running conversation can go on with another program, and where in it: the rule behind deploys that break no chat.
 */
import type { Instant } from '../../events/instant.ts';
import type { StepRef } from '../../events/step-ref.ts';
import type { Program } from '../program.ts';
import type { State } from '../state.ts';
import { findPlace } from './find-place.ts';
import type { Hold } from './hold.ts';
import { verifiableUntil } from './lasting.ts';
import { bindingOf } from './signature.ts';

/**
 * @property places the new place of each running dialog, outermost first, and the steps its state names that have another key now, or none
 * @property pending the new place of the step that waits for an action
 * @property forget shared slots that have another type now: their values are asked again when they are needed
 */
export type Move = {
  readonly places: readonly { readonly at: StepRef | null; readonly keys: { readonly [key: string]: string | null } }[];
  readonly pending: StepRef | null;
  readonly forget: readonly string[];
};

export type Moving = { readonly from: Program; readonly to: Program; readonly state: State; readonly at: Instant };

export type Found =
  | { readonly move: Move; readonly holds: readonly [] }
  | { readonly move: null; readonly holds: readonly Hold[] };

/**
 * A conversation moves when all it stands on is in the new program, and the same there: each running dialog, the step it stands at, the question the
 * customer has before them to the letter, the slots that are filled, the goal; when nothing the rest of a dialog reads would be missing; and when
 * what the system of record is still to say about a goal will be asked for. A conversation in which no dialog runs and nothing is to be verified always
 * moves.
 */
export function findMove({ from, to, state, at }: Moving): Found {
  const places = state.stack.map((_, depth) => findPlace({ from, to, state, depth }));
  const holds = [...places.flatMap((place) => place.holds), ...unverified({ from, to, state, at })];
  if (holds.length > 0) return { move: null, holds };
  const pending = places.at(-1)?.pending ?? null;
  const move = {
    places: places.map(({ at, keys }) => ({ at, keys })),
    pending,
    forget: changedShared(from, to, state),
  };
  return { move, holds: [] };
}

function unverified({ from, to, state, at }: Moving): readonly Hold[] {
  return Object.values(state.verifying)
    .filter(({ goal, action, since }) => {
      const isAskedFor = at < verifiableUntil(from, goal, since);
      return isAskedFor && verifierOf(to, goal) !== action;
    })
    .map(({ goal }) => ({ why: 'verification', name: goal, at: null }));
}

function verifierOf(program: Program, name: string): string | undefined {
  for (const { goal } of program.dialogs.values()) if (goal?.name === name) return goal.verify?.action;
  return undefined;
}

function changedShared(from: Program, to: Program, state: State): readonly string[] {
  return Object.keys(state.shared).filter((name) => {
    const [before, after] = [sharedBinding(from, name), sharedBinding(to, name)];
    return before !== undefined && after !== undefined && before !== after;
  });
}

function sharedBinding(program: Program, name: string): string | undefined {
  for (const { slots } of program.dialogs.values()) {
    const slot = slots.get(name);
    if (slot?.shared) return bindingOf({ ...slot, check: null });
  }
  return undefined;
}
