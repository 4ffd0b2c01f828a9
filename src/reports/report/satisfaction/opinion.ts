/**
 * What a report keeps of a case for how customers found it: only of cases about which somebody was asked, or would have been, and of those that sound
 * like anything.
 */
import type { SurveyItem } from '../../../events/speech/survey.ts';
import type { FactsItem } from '../../../measurement/experience/read-experience.ts';
import type { Facts } from '../../../measurement/facts.ts';
import type { OutcomeState } from '../../../measurement/outcome/outcome-states.ts';
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';

/**
 * @property customer whose case it is
 * @property stratum what is known whether or not they answer: how hard it was, and whether it was solved
 * @property drawn items that they were to be asked, before anybody knew how it would end
 */
export type Opinion = {
  readonly case: string;
  readonly customer: string;
  readonly stratum: string;
  readonly effort: number | null;
  readonly eligible: boolean;
  readonly drawn: readonly SurveyItem[];
  readonly reachable: boolean;
  readonly items: readonly FactsItem[];
};

/** @returns `undefined` where nobody asks */
export function opinionOf(facts: Facts, customer: string): Opinion | undefined {
  const { survey, effort, outcome } = facts;
  if (!survey.eligible && survey.drawn.length === 0 && survey.items.length === 0) return undefined;
  return {
    case: facts.case,
    customer,
    stratum: `${effort?.band ?? 'none'} ${solvedWord(outcome.state)}`,
    effort: effort?.value ?? null,
    ...survey,
  };
}

function solvedWord(state: OutcomeState): string {
  return isResolved(state) ? 'solved' : 'not solved';
}

/** From which share of the scale on an answer counts as content: 4 of 1–5, 5 of 1–7, "as expected" of five. */
const contentFrom: Readonly<Partial<Record<SurveyItem, number>>> = { csat: 0.75, ces: 2 / 3, expectation: 0.5 };

/** @returns `null` where the item was not answered on its scale */
export function isContent({ item, value, place, steps }: FactsItem): boolean | null {
  if (value === null) return null;
  if (item === 'solved') return value === 'yes';
  const from = contentFrom[item];
  return from === undefined || place === null || steps < 2 ? null : place / (steps - 1) >= from - 1e-9;
}
