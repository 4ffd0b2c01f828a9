import type { OpenQuestion } from '../../state.ts';
import { askNode, type Reason } from '../flow/ask.ts';
import { handOff } from '../flow/hand-off.ts';
import { fail } from '../flow/leave.ts';
import { speak } from '../flow/speak.ts';
import { emit, type Next, type Run, topDialog, topFrame } from '../run.ts';
import { wording } from '../wording.ts';

/** Tries of a question that has no limit of its own (confirm, choose, offer). */
const attemptsOfChoices = 3;

/** The message is no answer: the question is put again in other words, until its attempts are used up. */
export function repair(run: Run, open: OpenQuestion): Next {
  if (open.slot !== null && open.kind === 'slot') refuse(run, open, 'unmatched');
  return again(run, open, 'again');
}

/** The check refused the value: says so, empties the slot and asks again. */
export function refuseValue(run: Run, open: OpenQuestion): Next {
  const slot = topDialog(run)?.slots.get(open.slot ?? '');
  if (slot?.invalid) speak(run, { at: open.ref, text: wording(run, slot.invalid) });
  const wasAsked = (topFrame(run)?.attempt ?? 0) > 0;
  refuse(run, open, 'invalid');
  return wasAsked ? again(run, open, 'invalid') : askFirst(run, open);
}

/** A value that was never asked for is asked for now. */
function askFirst(run: Run, open: OpenQuestion): Next {
  const node = topDialog(run)?.nodes.get(open.ref.step);
  return (node && askNode(run, node, 'first')) ?? fail(run, 'lost');
}

function refuse(run: Run, open: OpenQuestion, reason: 'unmatched' | 'invalid'): void {
  const dialog = topDialog(run)?.name ?? '';
  emit(run, {
    type: 'slot.refused',
    actor: 'bot',
    data: { at: open.ref, dialog, slot: open.slot ?? '', reason },
  });
}

function again(run: Run, open: OpenQuestion, reason: Reason): Next {
  const node = topDialog(run)?.nodes.get(open.ref.step);
  if (!node) return fail(run, 'lost');
  const slot = open.kind === 'slot' ? topDialog(run)?.slots.get(open.slot ?? '') : undefined;
  if (open.attempt < (slot?.attempts ?? attemptsOfChoices)) return askNode(run, node, reason) ?? { to: node.next };
  emit(run, { type: 'question.closed', actor: 'bot', data: { at: open.ref, how: 'exhausted' } });
  return slot?.otherwise
    ? { to: slot.otherwise }
    : handOff(run, { team: null, reason: 'not_understood', at: open.ref });
}
