/**
 * "No, I meant 87654321": another value for a slot that has one. The dialog goes on from that slot's own question, so that what was decided by the
 * old value is decided again, and nothing that is known is asked again.
 */
import type { StepRef } from '../../../events/step-ref.ts';
import type { Node } from '../../program.ts';
import type { OpenQuestion } from '../../state.ts';
import { enterSystem } from '../flow/enter.ts';
import { fill } from '../flow/fill.ts';
import { leave } from '../flow/leave.ts';
import { emit, type Next, type Run, topDialog, topFrame } from '../run.ts';
import type { Reading } from './answer.ts';
import { type Correction, type Said, takeFresh } from './said.ts';

export type Correcting = {
  readonly open: OpenQuestion;
  readonly reading: Reading | undefined;
  readonly said: Said;
};

/** What was done cannot be undone by another value: the customer is told so, and offered a person. */
export function correct(run: Run, { open, reading, said }: Correcting): Next {
  const depth = Math.min(...said.corrections.map((one) => one.depth));
  const corrections = said.corrections.filter((one) => one.depth === depth);
  const acted = run.state.stack.slice(depth).some((frame) => frame.acted);
  const value = corrections.map((one) => one.value);
  const shown = { value: value.length === 1 ? (value[0] ?? null) : value, old: corrections[0]?.old ?? null };
  if (acted) {
    for (const { slot } of corrections) state(run, { at: open.ref, slot: slot.name, to: null });
    return enterSystem(run, 'on.correction', { ...shown, late: true });
  }
  takeFresh(run, said);
  if (reading?.keep) reading.keep();
  else emit(run, { type: 'question.closed', actor: 'customer', data: { at: open.ref, how: 'abandoned' } });
  while (run.state.stack.length > depth + 1) leave(run, 'replaced');
  redo(run, open, corrections);
  return enterSystem(run, 'on.correction', { ...shown, late: false });
}

function redo(run: Run, open: OpenQuestion, corrections: readonly Correction[]): void {
  const slots = new Set(corrections.map(({ slot }) => slot.name));
  const to = earliest(run, slots);
  for (const { slot } of corrections) state(run, { at: open.ref, slot: slot.name, to });
  for (const { slot, value } of corrections) fill(run, { slot, value, from: 'corrected' });
}

/** The first step, in the order of the file, of the questions the dialog came to for these slots and the one where it stands. */
function earliest(run: Run, slots: ReadonlySet<string>): StepRef | null {
  const { visits = {}, at = null } = topFrame(run) ?? {};
  const isMeant = (node: Node) =>
    node.ref.step === at || (node.kind === 'ask' && slots.has(node.slot) && visits[node.ref.step] !== undefined);
  return [...(topDialog(run)?.nodes.values() ?? [])].find(isMeant)?.ref ?? null;
}

function state(run: Run, said: { readonly at: StepRef; readonly slot: string; readonly to: StepRef | null }): void {
  emit(run, { type: 'slot.corrected', actor: 'customer', data: { dialog: topFrame(run)?.dialog ?? '', ...said } });
}
