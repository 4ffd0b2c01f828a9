import type { DraftOf } from '../../../events/event.ts';
import type { Choice } from '../../../events/speech/choice.ts';
import type { Node, Slot } from '../../program.ts';
import { emit, type Next, type Run, topDialog, topFrame } from '../run.ts';
import { wording } from '../wording.ts';
import { optionsOf } from './choose.ts';
import { isFilled, setValue } from './fill.ts';
import { fillKnown } from './known.ts';
import { requestCheck } from './request.ts';
import { choicesOf, firstOf, speak, systemText, variation } from './speak.ts';

export type Reason = DraftOf<'question.asked'>['data']['reason'];

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
        text: wording(run, node.text),
        choices: yesNo(run),
        reason,
      });
    case 'choose':
      return askChoice(run, node, reason);
    case 'handoff':
      return node.offer
        ? put(run, { node, kind: 'offer', slot: null, text: offerText(run), choices: yesNo(run), reason })
        : undefined;
    case 'survey':
      return askSurvey(run, node, reason);
    case 'wait':
      return topFrame(run)?.waitsFor == null ? undefined : 'wait';
    default:
      return undefined;
  }
}

function askSlot(run: Run, node: Node & { readonly kind: 'ask' }, reason: Reason): Next {
  const slot = topDialog(run)?.slots.get(node.slot);
  if (!slot) return { to: node.next };
  if (isFilled(run, slot.name) || fillKnown(run, slot)) return requestCheck(run, node, slot) ?? { to: node.next };
  const choices = choicesOf(run, slot.options);
  return put(run, { node, kind: 'slot', slot: slot.name, text: slotText(run, slot, reason), choices, reason });
}

function slotText(run: Run, slot: Slot, reason: Reason): string {
  const tried = topFrame(run)?.attempt ?? 0;
  const repeated = reason === 'again' || reason === 'invalid';
  const again = repeated ? slot.again[Math.min(tried, slot.again.length) - 1] : undefined;
  return again ? wording(run, again) : variation(run, slot.ask);
}

/** A choice made before a correction is not asked for a second time. */
function askChoice(run: Run, node: Node & { readonly kind: 'choose' }, reason: Reason): Next {
  const options = optionsOf(run, node);
  const made = topFrame(run)?.again.choices[node.ref.step];
  const chosen = options.find(({ value }) => value === made);
  if (chosen) {
    setValue(run, { name: node.save, value: chosen.value, choice: node.ref.step });
    return { to: chosen.first ?? node.next };
  }
  const choices = options.map(({ value, title }) => ({ value, title }));
  return put(run, { node, kind: 'choose', slot: node.save, text: wording(run, node.text), choices, reason });
}

/** A survey is never pressed: it is asked once. */
function askSurvey(run: Run, node: Node & { readonly kind: 'survey' }, reason: Reason): Next {
  const { item } = node;
  if (reason !== 'first') {
    emit(run, { type: 'survey.declined', actor: 'customer', data: { at: node.ref, item } });
    return { to: node.next };
  }
  const choices = choicesOf(run, node.options);
  const scale = choices.map(({ value }) => value);
  const text = wording(run, node.text);
  const late = topFrame(run)?.slots['late'] === true ? { late: true } : {};
  emit(run, { type: 'survey.asked', actor: 'bot', data: { at: node.ref, item, scale, ...late } });
  return put(run, { node, kind: 'survey', slot: null, text, choices, reason, survey: { item, scale } });
}

/** The buttons of the system dialog `on.confirm`. */
function yesNo(run: Run): readonly Choice[] {
  const node = firstOf(run, 'on.confirm');
  return node?.kind === 'say' ? choicesOf(run, node.buttons) : [];
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
  readonly survey?: NonNullable<DraftOf<'bot.said'>['data']['survey']>;
};

function put(run: Run, { node, kind, slot, text, choices, reason, survey }: Question): Next {
  const tried = topFrame(run)?.attempt ?? 0;
  const attempt = reason === 'first' ? 1 : reason === 'resumed' ? Math.max(1, tried) : tried + 1;
  noteRevisit(run, node, reason);
  speak(run, { at: node.ref, text, choices, expectsInput: true, ...(survey === undefined ? {} : { survey }) });
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
