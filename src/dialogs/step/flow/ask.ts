import type { Choice } from '../../../events/conversation-events.ts';
import type { DraftOf } from '../../../events/event.ts';
import type { Node, Slot } from '../../program.ts';
import { emit, type Next, type Run, scopeOf, topDialog, topFrame } from '../run.ts';
import { request } from './request.ts';
import { choicesOf, speak, systemText, variation } from './speak.ts';

export type Reason = DraftOf<'question.asked'>['data']['reason'];

const yesNo: readonly Choice[] = [
  { title: 'Yes', value: 'yes' },
  { title: 'No', value: 'no' },
];

/**
 * Puts the question of a node: asks, checks a value that is known but unchecked, or goes on when there is nothing left to ask.
 *
 * @returns `undefined` when the node asks nothing
 */
export function askNode(run: Run, node: Node, reason: Reason): Next | undefined {
  switch (node.kind) {
    case 'ask':
      return askSlot(run, node, reason);
    case 'confirm':
      return put(run, {
        node,
        kind: 'confirm',
        slot: null,
        text: node.text.format(scopeOf(run)),
        choices: yesNo,
        reason,
      });
    case 'choose': {
      const choices = choicesOf(run, node.options);
      return put(run, { node, kind: 'choose', slot: node.save, text: node.text.format(scopeOf(run)), choices, reason });
    }
    case 'handoff':
      return node.offer
        ? put(run, { node, kind: 'offer', slot: null, text: offerText(run), choices: yesNo, reason })
        : undefined;
    default:
      return undefined;
  }
}

function askSlot(run: Run, node: Node & { readonly kind: 'ask' }, reason: Reason): Next {
  const slot = topDialog(run)?.slots.get(node.slot);
  const frame = topFrame(run);
  if (!slot || !frame) return { to: node.next };
  if (slot.name in frame.slots) {
    if (frame.valid.includes(slot.name) || !slot.check) return { to: node.next };
    return request(run, { node, purpose: 'check', action: slot.check.action, with: slot.check.with, slot: slot.name });
  }
  const choices = choicesOf(run, slot.options);
  return put(run, { node, kind: 'slot', slot: slot.name, text: slotText(run, slot, reason), choices, reason });
}

function slotText(run: Run, slot: Slot, reason: Reason): string {
  const tried = topFrame(run)?.attempt ?? 0;
  const repeated = reason === 'again' || reason === 'invalid';
  const again = repeated ? slot.again[Math.min(tried, slot.again.length) - 1] : undefined;
  return again ? again.format(scopeOf(run)) : variation(run, slot.ask);
}

function offerText(run: Run): string {
  return systemText(run, 'on.offer')?.text ?? '';
}

type Question = {
  readonly node: Node;
  readonly kind: DraftOf<'question.asked'>['data']['kind'];
  readonly slot: string | null;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly reason: Reason;
};

function put(run: Run, { node, kind, slot, text, choices, reason }: Question): Next {
  const tried = topFrame(run)?.attempt ?? 0;
  const attempt = reason === 'first' ? 1 : reason === 'resumed' ? Math.max(1, tried) : tried + 1;
  noteRevisit(run, node, reason);
  speak(run, { at: node.ref, text, choices, expectsInput: true });
  emit(run, { type: 'question.asked', actor: 'bot', data: { at: node.ref, kind, slot, attempt, reason } });
  return 'wait';
}

/** From its third visit on, in one run of a dialog, a step is a loop. */
export function noteRevisit(run: Run, node: Node, reason: Reason = 'first'): void {
  const frame = topFrame(run);
  const visit = (frame?.visits[node.ref.step] ?? 0) + 1;
  if (reason !== 'first' || visit < 3 || frame?.dialog.startsWith('on.')) return;
  emit(run, { type: 'step.revisited', actor: 'bot', data: { at: node.ref, visit } });
}
