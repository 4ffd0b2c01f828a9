/**
 * The scales answers may stand on, from the worst to the best: those of measurement §4, as the built-in survey shows them.
 */
import type { SurveyItem } from '../../events/speech/survey.ts';

export const scales: Readonly<Record<Exclude<SurveyItem, 'tags'>, readonly string[]>> = {
  csat: ['1', '2', '3', '4', '5'],
  ces: ['1', '2', '3', '4', '5', '6', '7'],
  solved: ['yes', 'partly', 'no'],
  expectation: ['far_worse', 'worse', 'as_expected', 'better', 'far_better'],
  feeling: ['disappointment', 'annoyance', 'indifferent', 'relief', 'joy'],
  nps: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
};

export type ImportedItem = keyof typeof scales;

/** The item of a name; `undefined` where there is none. */
export function itemOf(name: string): ImportedItem | undefined {
  return importedItems.find((item) => item === name);
}

export const importedItems: readonly ImportedItem[] = ['csat', 'ces', 'solved', 'expectation', 'feeling', 'nps'];
