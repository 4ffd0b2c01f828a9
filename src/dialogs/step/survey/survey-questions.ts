import type { Choice } from '../../../events/speech/choice.ts';
import type { SurveyItem } from '../../../events/speech/survey.ts';
import { choicesOf } from '../flow/speak.ts';
import type { Speaking } from '../run.ts';
import { wording } from '../wording.ts';
import { itemOf } from './on-surveyed.ts';

/** An item as it is asked, in the language of the conversation. */
export type SurveyQuestion = { readonly item: SurveyItem; readonly text: string; readonly scale: readonly Choice[] };

/** What a survey asks, in words. An item that the bot's own dialog does not ask is left out. */
export function surveyQuestions(speaking: Speaking, items: readonly SurveyItem[]): readonly SurveyQuestion[] {
  return items.flatMap((item) => {
    const node = itemOf(speaking.program, item);
    return node ? [{ item, text: wording(speaking, node.text), scale: choicesOf(speaking, node.options) }] : [];
  });
}
