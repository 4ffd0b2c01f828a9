import type { StepRef } from '../../../events/step-ref.ts';
import type { Value } from '../../../events/understood.ts';
import type { Dialog, Scope } from '../../program.ts';
import type { Frame, State } from '../../state.ts';
import { emit, type Next, type Run } from '../run.ts';
import { fill, isFilled, setValue } from './fill.ts';
import { takeMentioned } from './known.ts';

export type Entering = {
  readonly dialog: Dialog;
  readonly by: Frame['by'];
  readonly intent?: string;
  readonly from?: StepRef;
  /** values the dialog begins with */
  readonly values?: Scope;
};

/**
 * Puts a dialog on top of the stack, with the values it is given; where the customer began it, those in the customer's own message; and those known from
 * before.
 */
export function enter(run: Run, { dialog, by, intent, from, values = {} }: Entering): Next {
  const before = run.state;
  emit(run, {
    type: 'dialog.entered',
    actor: 'bot',
    data: {
      dialog: dialog.name,
      file: dialog.where.file,
      line: dialog.where.line,
      stage: dialog.stage,
      owner: dialog.owner,
      by,
      intent: intent ?? null,
      from: from ?? null,
      goal: dialog.goal?.name ?? null,
      expect: dialog.expect,
      slots: dialog.slots.size,
      authenticates: dialog.authenticates,
    },
  });
  for (const [name, value] of Object.entries(values)) give(run, { dialog, name, value });
  if (by === 'intent') takeMentioned(run, dialog);
  remember(run, dialog, memoryFor(before, { dialog, by, from }));
  inherit(run, dialog);
  return { to: dialog.first };
}

/** Enters one of the built-in dialogs (`on.…`); a bot without it stays silent there. */
export function enterSystem(run: Run, name: string, values: Scope = {}): Next {
  const dialog = run.program.dialogs.get(name);
  return dialog ? enter(run, { dialog, by: 'system', values }) : 'wait';
}

/** A value for a slot must be one that was given; any other name may hold nothing. */
function give(run: Run, given: { readonly dialog: Dialog; readonly name: string; readonly value: Value }): void {
  const slot = given.dialog.slots.get(given.name);
  if (!slot) return setValue(run, given);
  if (given.value !== null) fill(run, { slot, value: given.value, from: 'parameter' });
}

type Entered = Pick<Entering, 'by' | 'dialog'> & { readonly from: StepRef | undefined };

function memoryFor({ stack, kept }: State, { dialog, by, from }: Entered): Scope {
  if (by === 'call') return stack.at(-1)?.again.calls[from?.step ?? '']?.slots ?? {};
  return by === 'intent' ? (kept[dialog.name]?.slots ?? {}) : {};
}

/** Values of an earlier run that broke off: only slots, as everything else is computed again. What is shared may have changed meanwhile. */
function remember(run: Run, dialog: Dialog, values: Scope): void {
  for (const [name, value] of Object.entries(values)) {
    const slot = dialog.slots.get(name);
    if (slot && !slot.shared && value !== null && !isFilled(run, name)) fill(run, { slot, value, from: 'earlier' });
  }
}

/** Shared slots another dialog has filled are known here, unless the customer has just said another value. */
function inherit(run: Run, dialog: Dialog): void {
  for (const slot of dialog.slots.values()) {
    const known = slot.shared ? run.state.shared[slot.name] : undefined;
    if (!isFilled(run, slot.name) && known !== undefined && known !== null)
      fill(run, { slot, value: known, from: 'earlier' });
  }
}
