import type { SurveyItem } from '../../../events/speech/survey.ts';
import type { SurveyedInput } from '../../input.ts';
import type { Program } from '../../program.ts';
import { choicesOf } from '../flow/speak.ts';
import { emit, type Run } from '../run.ts';
import { noteAnswer, type SurveyNode } from './read-survey.ts';

/**
 * A survey was sent by a link, or answered that way. Nothing is said, and the talk stays where it is. An answer that is not on the scale is none; one given
 * again replaces the first.
 */
export function onSurveyed(run: Run, { case: id, items, answers, comment }: SurveyedInput): void {
  const nodes = items.flatMap((item) => itemOf(run.program, item) ?? []);
  if (isToAsk(run, id)) for (const node of nodes) ask(run, node, id);
  for (const node of nodes) {
    const given = answers.find(({ item }) => item === node.item)?.value;
    if (given === undefined || node.options.every(({ value }) => value !== given)) continue;
    const { linked } = run.state.survey;
    const again = linked?.case === id && linked.answered.includes(node.item);
    noteAnswer(run, node, { value: given, again, case: id });
  }
  const [first] = nodes;
  if (comment === '' || !first) return;
  const data = { at: first.ref, item: first.item, case: id };
  emit(run, { type: 'survey.commented', actor: 'customer', data, words: { text: comment } });
}

/** The step of the framework's dialog that asks an item; `undefined` where the bot's own does not. */
export function itemOf(program: Program, item: SurveyItem): SurveyNode | undefined {
  const nodes = program.dialogs.get('on.survey')?.nodes.values() ?? [];
  for (const node of nodes) if (node.kind === 'survey' && node.item === item) return node;
  return undefined;
}

/** Whoever was asked already, here or in the talk, is not asked again. */
function isToAsk({ state: { survey } }: Run, id: string): boolean {
  return survey.due?.case === id;
}

function ask(run: Run, node: SurveyNode, id: string): void {
  const scale = choicesOf(run, node.options).map(({ value }) => value);
  emit(run, {
    type: 'survey.asked',
    actor: 'bot',
    data: { at: node.ref, item: node.item, scale, late: true, case: id },
  });
}
