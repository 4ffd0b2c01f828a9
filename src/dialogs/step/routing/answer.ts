/**
 * Reads a message as an answer to the open question.
 */
import type { Value } from '../../../events/understood.ts';
import { readChoice } from '../../answers/read-choice.ts';
import { readYesNo } from '../../answers/read-yes-no.ts';
import type { Node, Slot } from '../../program.ts';
import type { OpenQuestion } from '../../state.ts';
import { askNode } from '../flow/ask.ts';
import { enterSystem, fill, setValue } from '../flow/enter.ts';
import { handOff } from '../flow/hand-off.ts';
import { leaveAll } from '../flow/leave.ts';
import { choicesOf } from '../flow/speak.ts';
import { emit, type Next, type Run, topDialog } from '../run.ts';

/**
 * A possible answer.
 *
 * @property certainty `plain`: yes, no or an offered choice; `value`: a typed value found in the text; `free`: any text would do
 * @property covers characters of the message the value takes up
 */
export type Reading = {
  readonly certainty: 'plain' | 'value' | 'free';
  readonly covers: number;
  take(): Next;
};

/** @returns `undefined` when the message holds no answer to the question */
export function answerOpen(run: Run, open: OpenQuestion, text: string): Reading | undefined {
  const node = topDialog(run)?.nodes.get(open.ref.step);
  switch (node?.kind) {
    case 'ask':
      return slotReading(run, node, text);
    case 'confirm':
      return confirmReading(run, node, text);
    case 'choose':
      return chooseReading(run, node, text);
    case 'handoff':
      return offerReading(run, node, text);
    default:
      return undefined;
  }
}

function slotReading(run: Run, node: Node & { readonly kind: 'ask' }, text: string): Reading | undefined {
  const slot = topDialog(run)?.slots.get(node.slot);
  const entities = run.understood?.entities ?? [];
  const value = slot?.read(text, entities);
  if (!slot || value === undefined) return undefined;
  const covers = entities.find(({ type }) => type === slot.type)?.text.length ?? text.length;
  return { certainty: certaintyOf(slot), covers, take: () => takeSlot(run, { node, slot, value }) };
}

function certaintyOf(slot: Slot): Reading['certainty'] {
  if (slot.type === 'text' || slot.type === 'name') return 'free';
  return slot.type === 'yes_no' || slot.type === 'choice' ? 'plain' : 'value';
}

function takeSlot(
  run: Run,
  { node, slot, value }: { readonly node: Node; readonly slot: Slot; readonly value: Value },
): Next {
  fill(run, { slot, value, from: 'answer' });
  if (slot.check === null) close(run, node);
  return askNode(run, node, 'first') ?? { to: node.next };
}

function close(run: Run, node: Node): void {
  emit(run, { type: 'question.closed', actor: 'customer', data: { at: node.ref, how: 'answered' } });
}

function confirmReading(run: Run, node: Node & { readonly kind: 'confirm' }, text: string): Reading | undefined {
  const yes = readYesNo(text);
  if (yes === undefined) return undefined;
  const take = (): Next => {
    close(run, node);
    if (yes) return { to: node.yes ?? node.next };
    return node.hasNo ? { to: node.no ?? node.next } : giveUp(run);
  };
  return { certainty: 'plain', covers: text.length, take };
}

/** "No" to a confirmation without a `no:` branch ends what was to be confirmed. */
function giveUp(run: Run): Next {
  const about = topDialog(run)?.about ?? null;
  leaveAll(run, 'cancelled');
  return enterSystem(run, 'on.cancel', { about });
}

function chooseReading(run: Run, node: Node & { readonly kind: 'choose' }, text: string): Reading | undefined {
  const value = readChoice(text, choicesOf(run, node.options));
  const option = node.options.find((one) => one.value === value);
  if (!option) return undefined;
  const take = (): Next => {
    close(run, node);
    setValue(run, node.save, option.value);
    return { to: option.first ?? node.next };
  };
  return { certainty: 'plain', covers: text.length, take };
}

function offerReading(run: Run, node: Node & { readonly kind: 'handoff' }, text: string): Reading | undefined {
  const yes = readYesNo(text);
  if (yes === undefined) return undefined;
  const take = (): Next => {
    close(run, node);
    return yes ? handOff(run, { team: node.team, reason: node.reason, at: node.ref }) : { to: node.next };
  };
  return { certainty: 'plain', covers: text.length, take };
}
