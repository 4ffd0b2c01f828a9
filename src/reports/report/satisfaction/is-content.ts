import type { SurveyItem } from '../../../events/speech/survey.ts';
import type { FactsItem } from '../../../measurement/experience/read-experience.ts';

/** From which share of the scale on an answer counts as content: 4 of 1–5, 5 of 1–7, "as expected" of five. */
const contentFrom: Readonly<Partial<Record<SurveyItem, number>>> = { csat: 0.75, ces: 2 / 3, expectation: 0.5 };

/** @returns `null` where the item was not answered on its scale */
export function isContent({ item, value, place, steps }: FactsItem): boolean | null {
  if (value === null) return null;
  if (item === 'solved') return value === 'yes';
  const from = contentFrom[item];
  return from === undefined || place === null || steps < 2 ? null : place / (steps - 1) >= from - 1e-9;
}
