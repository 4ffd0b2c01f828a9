/** Where one running dialog of a conversation stands in another program. */
import type { StepRef } from '../../events/step-ref.ts';
import type { Dialog, Program } from '../program.ts';
import type { Frame, State } from '../state.ts';
import { counterpartOf, type Likeness } from './counterpart.ts';
import type { Hold } from './hold.ts';
import { missingNames } from './missing-names.ts';
import { bindingOf, bindingOfStep, signatureOf } from './signature.ts';

export type Place = {
  readonly at: StepRef | null;
  readonly keys: { readonly [key: string]: string | null };
  readonly pending: StepRef | null;
  readonly holds: readonly Hold[];
};

type Finding = { readonly from: Program; readonly to: Program; readonly state: State; readonly depth: number };

type Standing = {
  readonly frame: Frame;
  readonly before: Dialog;
  readonly after: Dialog;
  /** key of the step that waits for an action, in the innermost dialog */
  readonly pending: string | null;
  /** the customer has the question of this dialog before them */
  readonly isOpen: boolean;
  readonly shared: State['shared'];
};

export function findPlace({ from, to, state, depth }: Finding): Place {
  const frame = state.stack[depth];
  const before = from.dialogs.get(frame?.dialog ?? '');
  const after = to.dialogs.get(frame?.dialog ?? '');
  if (!frame || !before || !after) {
    return nowhere({ why: 'dialog', name: frame?.dialog ?? '', at: refOf(before, frame?.at ?? null) });
  }
  const isTop = depth === state.stack.length - 1;
  return placeIn({
    frame,
    before,
    after,
    pending: isTop ? (state.pending?.at.step ?? null) : null,
    isOpen: isTop && state.open !== null,
    shared: state.shared,
  });
}

function placeIn(standing: Standing): Place {
  const { frame, before, after, pending, isOpen } = standing;
  const at = find(standing, frame.at, isOpen ? signatureOf : bindingOfStep);
  const waiting = find(standing, pending, bindingOfStep);
  const from = refOf(before, pending ?? frame.at);
  if (at === undefined || waiting === undefined) return nowhere({ why: 'step', name: frame.dialog, at: from });
  const holds = [...slotHolds(standing), ...goalHolds(before, after), ...valueHolds(standing, waiting ?? at)];
  return { at, keys: changedKeys(standing), pending: waiting, holds: holds.map((hold) => ({ ...hold, at: from })) };
}

/** @returns `null` for no step, `undefined` for one that is gone */
function find({ before, after }: Standing, key: string | null, likeness: Likeness): StepRef | null | undefined {
  return key === null ? null : counterpartOf({ key, before, after, likeness })?.ref;
}

function changedKeys(standing: Standing): Place['keys'] {
  const now = Object.keys(standing.frame.visits).map(
    (key) => [key, find(standing, key, bindingOfStep)?.step ?? null] as const,
  );
  return Object.fromEntries(now.filter(([before, after]) => before !== after));
}

/** A filled slot must be the same slot still. */
function slotHolds({ frame, before, after }: Standing): readonly Hold[] {
  return filled(frame.slots)
    .filter((name) => bindingOf(before.slots.get(name)) !== bindingOf(after.slots.get(name)))
    .map((name) => ({ why: 'slot', name, at: null }));
}

function goalHolds(before: Dialog, after: Dialog): readonly Hold[] {
  const isSame = before.goal?.name === after.goal?.name;
  return isSame ? [] : [{ why: 'goal', name: before.goal?.name ?? after.goal?.name ?? '', at: null }];
}

/** What the new steps ahead read and only steps behind would have given; what was missing before the change too holds nobody. */
function valueHolds({ frame, before, after, pending, shared }: Standing, at: StepRef | null): readonly Hold[] {
  const key = pending ?? frame.at;
  if (key === null || at === null) return [];
  const held = new Set([...filled(frame.slots), ...filled(shared)]);
  const known = missingNames(before, key, held);
  return [...missingNames(after, at.step, held)]
    .filter((name) => !known.has(name))
    .map((name) => ({ why: 'value', name, at: null }));
}

function filled(values: Frame['slots']): readonly string[] {
  return Object.keys(values).filter((name) => values[name] !== null);
}

function refOf(dialog: Dialog | undefined, key: string | null): StepRef | null {
  return (key === null ? undefined : dialog?.nodes.get(key)?.ref) ?? null;
}

function nowhere(hold: Hold): Place {
  return { at: null, keys: {}, pending: null, holds: [hold] };
}
