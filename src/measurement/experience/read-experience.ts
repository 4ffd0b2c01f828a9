import { type SurveyItem, surveyItems } from '../../events/speech/survey.ts';
import type { Expected, Experience, Felt, ItemSeen } from './experience.ts';

/**
 * What facts hold of how a customer found a case.
 *
 * @property feeling of the customer's typed turns; `null`: not measured, as where the language has no list of feeling words
 * @property survey `null` where nobody asks for opinions
 * @property expectations dialogs that came to their end, of those that say what may be expected
 * @property arms `experiment=arm`, in order of their names
 */
export type FactsExperience = {
  readonly feeling: FactsFeeling | null;
  readonly survey: FactsSurvey;
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
  readonly expectations: readonly Expected[];
  readonly arms: readonly string[];
  /** experiments that had something to offer, or would have had */
  readonly triggered: readonly string[];
  readonly initiated: Initiated;
};

/** `reactive`: the customer spoke first; `proactive`: the business did, and that was all; `interactive`: the business did, and the customer answered. */
export const initiations = ['reactive', 'interactive', 'proactive'] as const;
export type Initiated = (typeof initiations)[number];

/** Sentiment −1…1 over turns. */
export type FactsFeeling = Omit<Felt, 'sum'> & { readonly mean: number };

export type FactsSurvey = {
  readonly eligible: boolean;
  readonly drawn: readonly SurveyItem[];
  readonly reachable: boolean;
  readonly items: readonly FactsItem[];
};

/**
 * @property place of the answer on its scale, from 0 for the worst; `null`: not answered
 * @property steps of the scale
 */
export type FactsItem = Pick<ItemSeen, 'item' | 'late' | 'shown' | 'value' | 'commented'> & {
  readonly place: number | null;
  readonly steps: number;
};

export function readExperience(
  { felt, survey, promises, expected, arms, triggered, noticed }: Experience,
  customerTurns: number,
): FactsExperience {
  const { eligibility, items } = survey;
  return {
    feeling: felt && feelingOf(felt),
    survey: {
      eligible: eligibility !== null && eligibility.why !== 'capped',
      drawn: eligibility?.items ?? [],
      // who was asked late was reached when gone
      reachable: (eligibility?.reachable ?? false) || items.some(({ late }) => late),
      items: surveyItems.flatMap((item) => items.filter((one) => one.item === item)).map(itemOf),
    },
    promises: { made: promises.made, kept: promises.kept.length, broken: promises.broken.length },
    expectations: expected,
    arms: Object.entries(arms)
      .map(([experiment, arm]) => `${experiment}=${arm}`)
      .toSorted(),
    triggered,
    initiated: noticed ? (customerTurns > 0 ? 'interactive' : 'proactive') : 'reactive',
  };
}

function feelingOf({ turns, sum, first, last, worst, negative }: Felt): FactsFeeling {
  return { turns, mean: Math.round((1000 * sum) / turns) / 1000, first, last, worst, negative };
}

function itemOf({ item, late, shown, value, commented, scale }: ItemSeen): FactsItem {
  const place = value === null ? -1 : scale.indexOf(value);
  return { item, late, shown, value, commented, place: place < 0 ? null : place, steps: scale.length };
}
