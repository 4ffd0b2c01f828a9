import { readChoice } from '../../answers/read-choice.ts';
import type { Node } from '../../program.ts';
import { choicesOf } from '../flow/speak.ts';
import { emit, type Run } from '../run.ts';

export type SurveyNode = Node & { readonly kind: 'survey' };

/** The answer a text gives to an item; `undefined` where it gives none. */
export function readSurvey(run: Run, node: SurveyNode, text: string): string | undefined {
  return readChoice(text, choicesOf(run, node.options), run.state.locale);
}

/** @property again it takes the place of an answer given before; @property case it is about, where that is not the one of the moment */
type Answer = { readonly value: string; readonly again?: boolean; readonly case?: string };

/** Records an answer. Whether it is solved is evidence too. */
export function noteAnswer(run: Run, { ref, item }: SurveyNode, { value, again = false, case: id }: Answer): void {
  const about = id === undefined ? {} : { case: id };
  const data = { at: ref, item, value, ...(again ? { again } : {}), ...about };
  emit(run, { type: 'survey.answered', actor: 'customer', data });
  if (item !== 'solved' || (value !== 'yes' && value !== 'partly' && value !== 'no')) return;
  emit(run, { type: 'resolution.stated', actor: 'customer', data: { value, ...about } });
}

/** The item asked last, where the program still has it. */
export function lastItem({ program, state }: Run): SurveyNode | undefined {
  const { last } = state.survey;
  const node = last && program.dialogs.get(last.ref.dialog)?.nodes.get(last.ref.step);
  return node?.kind === 'survey' ? node : undefined;
}
