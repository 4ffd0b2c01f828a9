import type { EventOf } from '../../events/event.ts';
import type { Context, DialogSeen } from './context.ts';

type DialogEvent = EventOf<'dialog.entered' | 'dialog.left' | 'question.asked' | 'question.closed'>;

/** Keeps which dialogs run, which were entered, and what they asked. */
export function foldDialogs(context: Context, event: DialogEvent): Context {
  switch (event.type) {
    case 'dialog.entered':
      return entered(context, event.data);
    case 'dialog.left':
      return left(context, event.data);
    case 'question.asked':
      return asked(context, event.data);
    case 'question.closed':
      return { ...context, open: null };
  }
}

export function dialogOf(context: Context, name: string | undefined): DialogSeen | undefined {
  return name === undefined ? undefined : context.dialogs.find(({ dialog }) => dialog === name);
}

/** A dialog of the framework itself (`on.no_match`, `on.human`): repair, never the customer's aim. */
export function isSystem(dialog: string): boolean {
  return dialog.startsWith('on.');
}

/** A dialog of the framework, or one that such a dialog called: what it reaches is a help on the way, such as a ticket, never what the customer came for. */
export function isRepair(context: Context, dialog: string): boolean {
  return callersOf(context, dialog).some(isSystem);
}

/** The dialog, the one that called it, and so on, outermost last. */
export function callersOf(context: Context, dialog: string): readonly string[] {
  const callers = new Set<string>();
  for (let at: string | null = dialog; at !== null && !callers.has(at); at = callerOf(context, at)) callers.add(at);
  return [...callers];
}

function callerOf(context: Context, dialog: string): string | null {
  const seen = dialogOf(context, dialog);
  return seen?.by === 'call' ? seen.caller : null;
}

function entered(context: Context, data: EventOf<'dialog.entered'>['data']): Context {
  const stack = [...context.stack, data.dialog];
  const known = dialogOf(context, data.dialog);
  if (known) return { ...context, stack, open: null, dialogs: replaced(context, { ...known, left: null }) };
  const { dialog, file, line, stage, owner, by, intent, authenticates } = data;
  const seen: DialogSeen = {
    ...{ dialog, file, line, stage, owner, by, intent, authenticates },
    expectTurns: data.expect?.turns ?? null,
    caller: data.from?.dialog ?? null,
    asked: [],
    questions: 0,
    left: null,
  };
  return { ...context, stack, open: null, dialogs: [...context.dialogs, seen] };
}

function left(context: Context, { dialog, how }: EventOf<'dialog.left'>['data']): Context {
  const at = context.stack.lastIndexOf(dialog);
  const stack = at < 0 ? context.stack : context.stack.toSpliced(at, 1);
  const known = dialogOf(context, dialog);
  return {
    ...context,
    stack,
    open: null,
    dialogs: known ? replaced(context, { ...known, left: how }) : context.dialogs,
  };
}

function asked(context: Context, { at, kind, slot, reason }: EventOf<'question.asked'>['data']): Context {
  const open = { kind, dialog: at.dialog };
  const known = dialogOf(context, at.dialog);
  if (!known || reason !== 'first') return { ...context, open };
  const isNew = kind === 'slot' && slot !== null && !known.asked.includes(slot);
  const next = { ...known, questions: known.questions + 1, asked: isNew ? [...known.asked, slot] : known.asked };
  return { ...context, open, dialogs: replaced(context, next) };
}

function replaced(context: Context, next: DialogSeen): readonly DialogSeen[] {
  return context.dialogs.map((one) => (one.dialog === next.dialog ? next : one));
}
