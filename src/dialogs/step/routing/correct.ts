import type { Node } from '../../program.ts';
import type { OpenQuestion } from '../../state.ts';
import { fill } from '../flow/enter.ts';
import { emit, type Next, type Run, topDialog, topFrame } from '../run.ts';

/**
 * "No, I meant 87654321": the message holds another value for a slot that is already filled and is not the one being asked. The dialog goes on
 * from that slot's own question, so that what was decided by the old value is decided again.
 */
export function correction(run: Run, open: OpenQuestion): Next | undefined {
  const dialog = topDialog(run);
  const frame = topFrame(run);
  if (!dialog || !frame) return undefined;
  const asked = open.kind === 'slot' ? dialog.slots.get(open.slot ?? '')?.type : undefined;
  for (const slot of dialog.slots.values()) {
    const known = frame.slots[slot.name];
    const entity = run.understood?.entities.find(({ type }) => type === slot.type && type !== asked);
    const node = [...dialog.nodes.values()].find((one) => one.kind === 'ask' && one.slot === slot.name);
    if (!entity || !node || known === undefined || JSON.stringify(known) === JSON.stringify(entity.value)) continue;
    return redo(run, { node, open, dialog: dialog.name, filling: { slot, value: entity.value, from: 'corrected' } });
  }
  return undefined;
}

type Redo = {
  readonly node: Node;
  readonly open: OpenQuestion;
  readonly dialog: string;
  readonly filling: Parameters<typeof fill>[1];
};

function redo(run: Run, { node, open, dialog, filling }: Redo): Next {
  emit(run, { type: 'question.closed', actor: 'customer', data: { at: open.ref, how: 'abandoned' } });
  emit(run, { type: 'slot.corrected', actor: 'customer', data: { at: open.ref, dialog, slot: filling.slot.name } });
  fill(run, filling);
  return { to: node.ref.step };
}
