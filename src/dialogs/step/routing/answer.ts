/**
 * Reads a message as an answer to the open question.
 */
import type { Entity, Value } from '../../../events/understood.ts';
import { readChoice } from '../../answers/read-choice.ts';
import { readYesNo } from '../../answers/read-yes-no.ts';
import type { Node, Slot } from '../../program.ts';
import type { OpenQuestion } from '../../state.ts';
import { askNode } from '../flow/ask.ts';
import { optionsOf } from '../flow/choose.ts';
import { enterSystem } from '../flow/enter.ts';
import { fill, setValue } from '../flow/fill.ts';
import { handOff } from '../flow/hand-off.ts';
import { leaveTask } from '../flow/leave.ts';
import { choicesOf } from '../flow/speak.ts';
import { emit, type Next, type Run, topDialog } from '../run.ts';
import { noteAnswer, readSurvey } from '../survey/read-survey.ts';
import { aboutOf } from '../wording.ts';

/**
 * A possible answer.
 *
 * @property certainty `plain`: yes, no or an offered choice; `value`: a typed value found in the text; `free`: any text would do
 * @property covers characters of the message the value takes up
 * @property spans where in the text it was found, as far as that is known
 * @property slot it is the value of
 * @property keep keeps the answer without going on, for when something said earlier is corrected along with it
 */
export type Reading = {
  readonly certainty: 'plain' | 'value' | 'free';
  readonly covers: number;
  readonly spans: readonly Pick<Entity, 'start' | 'end'>[];
  readonly slot: string | null;
  readonly keep?: () => void;
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
    case 'survey':
      return surveyReading(run, node, text);
    default:
      return undefined;
  }
}

function slotReading(run: Run, node: Node & { readonly kind: 'ask' }, text: string): Reading | undefined {
  const slot = topDialog(run)?.slots.get(node.slot);
  const entities = run.understood?.entities ?? [];
  const value = slot && valueFor(run, slot, text);
  if (!slot || value === undefined) return undefined;
  const entity = entities.find((one) => one.type === slot.type && one.value === value);
  const certainty = certaintyOf(slot);
  const keep = () => keepSlot(run, { node, slot, value });
  return {
    certainty,
    covers: entity?.text.length ?? text.length,
    spans: entity ? [entity] : entities.filter(({ type }) => type === slot.type),
    slot: slot.name,
    ...(certainty === 'free' ? {} : { keep }),
    take() {
      keepSlot(run, { node, slot, value });
      return askNode(run, node, 'first') ?? { to: node.next };
    },
  };
}

/** Options are named in the customer's language. */
function valueFor(run: Run, slot: Slot, text: string): Value | undefined {
  const { locale } = run.state;
  if (slot.type === 'choice') return readChoice(text, choicesOf(run, slot.options), locale);
  return slot.read(text, run.understood?.entities ?? [], locale);
}

function certaintyOf(slot: Slot): Reading['certainty'] {
  if (slot.type === 'text' || slot.type === 'name') return 'free';
  return slot.type === 'yes_no' || slot.type === 'choice' ? 'plain' : 'value';
}

function keepSlot(
  run: Run,
  { node, slot, value }: { readonly node: Node; readonly slot: Slot; readonly value: Value },
): void {
  fill(run, { slot, value, from: 'answer' });
  if (slot.check === null) close(run, node);
}

function close(run: Run, node: Node): void {
  emit(run, { type: 'question.closed', actor: 'customer', data: { at: node.ref, how: 'answered' } });
}

const plain = { certainty: 'plain', spans: [], slot: null } as const;

function confirmReading(run: Run, node: Node & { readonly kind: 'confirm' }, text: string): Reading | undefined {
  const yes = readYesNo(text, run.state.locale);
  if (yes === undefined) return undefined;
  const take = (): Next => {
    close(run, node);
    if (yes) return { to: node.yes ?? node.next };
    return node.hasNo ? { to: node.no ?? node.next } : callOff(run, node);
  };
  return { ...plain, covers: text.length, take };
}

/** "No" to a confirmation without a `no:` branch ends what was to be confirmed. */
function callOff(run: Run, node: Node): Next {
  const about = aboutOf(run, topDialog(run));
  emit(run, { type: 'confirmation.refused', actor: 'customer', data: { at: node.ref } });
  leaveTask(run, 'cancelled');
  const remaining = topDialog(run) ? (aboutOf(run, topDialog(run)) ?? '') : null;
  return enterSystem(run, 'on.cancel', { about: about ?? '', remaining });
}

function chooseReading(run: Run, node: Node & { readonly kind: 'choose' }, text: string): Reading | undefined {
  const options = optionsOf(run, node);
  const value = readChoice(text, options, run.state.locale);
  const option = options.find((one) => one.value === value);
  if (!option) return undefined;
  const keep = (): void => {
    close(run, node);
    setValue(run, { name: node.save, value: option.value, choice: node.ref.step });
  };
  const take = (): Next => {
    keep();
    return { to: option.first ?? node.next };
  };
  return { ...plain, covers: text.length, keep, take };
}

function offerReading(run: Run, node: Node & { readonly kind: 'handoff' }, text: string): Reading | undefined {
  const yes = readYesNo(text, run.state.locale);
  if (yes === undefined) return undefined;
  const take = (): Next => {
    close(run, node);
    return yes ? handOff(run, { team: node.team, reason: node.reason, at: node.ref }) : { to: node.next };
  };
  return { ...plain, covers: text.length, take };
}

function surveyReading(run: Run, node: Node & { readonly kind: 'survey' }, text: string): Reading | undefined {
  const value = readSurvey(run, node, text);
  if (value === undefined) return undefined;
  const take = (): Next => {
    close(run, node);
    noteAnswer(run, node, { value });
    return { to: node.next };
  };
  return { ...plain, covers: text.length, take };
}
