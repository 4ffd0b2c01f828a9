import type { StepRef } from '../../../events/step-ref.ts';
import type { Value } from '../../../events/understood.ts';
import type { Dialog, Scope, Slot } from '../../program.ts';
import type { Frame } from '../../state.ts';
import { emit, type Next, type Run, topFrame } from '../run.ts';

export type Entering = {
  readonly dialog: Dialog;
  readonly by: Frame['by'];
  readonly intent?: string;
  readonly from?: StepRef;
  /** values the dialog begins with */
  readonly values?: Scope;
};

/** Puts a dialog on top of the stack, with the values it is given and, where the customer began it, those in the customer's own message. */
export function enter(run: Run, { dialog, by, intent, from, values = {} }: Entering): Next {
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
  if (by === 'intent') prefill(run, dialog);
  inherit(run, dialog);
  return { to: dialog.first };
}

/** Enters one of the built-in dialogs (`on.…`); a bot without it stays silent there. */
export function enterSystem(run: Run, name: string, values: Scope = {}): Next {
  const dialog = run.program.dialogs.get(name);
  return dialog ? enter(run, { dialog, by: 'system', values }) : 'wait';
}

function give(run: Run, given: { readonly dialog: Dialog; readonly name: string; readonly value: Value }): void {
  const slot = given.dialog.slots.get(given.name);
  if (!slot) return setValue(run, given.name, given.value);
  if (given.value !== null) fill(run, { slot, value: given.value, from: 'parameter' });
}

/** Shared slots another dialog has filled are known here, unless the customer has just said another value. */
function inherit(run: Run, dialog: Dialog): void {
  for (const slot of dialog.slots.values()) {
    const known = slot.shared ? run.state.shared[slot.name] : undefined;
    const isFilled = slot.name in (topFrame(run)?.slots ?? {});
    if (!isFilled && known !== undefined && known !== null) fill(run, { slot, value: known, from: 'parameter' });
  }
}

function prefill(run: Run, dialog: Dialog): void {
  for (const slot of dialog.slots.values()) {
    const entity = run.understood?.entities.find(({ type }) => type === slot.type);
    if (entity && !(slot.name in (topFrame(run)?.slots ?? {}))) {
      fill(run, { slot, value: entity.value, from: 'message' });
    }
  }
}

export type Filling = {
  readonly slot: Slot;
  readonly value: Value;
  readonly from: 'answer' | 'message' | 'parameter' | 'corrected';
};

export function fill(run: Run, { slot, value, from }: Filling): void {
  emit(run, {
    type: 'slot.filled',
    actor: from === 'parameter' ? 'bot' : 'customer',
    data: {
      dialog: topFrame(run)?.dialog ?? '',
      slot: slot.name,
      type: slot.type,
      from,
      shared: slot.shared,
      valid: slot.check === null,
      ...(slot.sensitive ? { sensitive: true } : {}),
    },
    words: { value },
  });
}

export function setValue(run: Run, name: string, value: Value): void {
  emit(run, {
    type: 'value.set',
    actor: 'bot',
    data: { dialog: topFrame(run)?.dialog ?? '', name },
    words: { value },
  });
}
