/**
 * What figures ask of a case besides its customer and its effort. Only some hundreds of kinds exist, so a report asks each once and not every case.
 */
import type { Measures } from '../../../measurement/constants/measures.ts';
import { type Band, bandOf } from '../../../measurement/effort/score.ts';
import type { Facts } from '../../../measurement/facts.ts';
import type { OutcomeState } from '../../../measurement/outcome/outcome-states.ts';
import { isGood } from './is-good.ts';

/**
 * @property band of its effort; `null` where the customer never spoke
 * @property judgedAssumed what people found who reviewed it as assumed to be solved: was it; `null` where nobody did
 * @property judgedRejected the same of a rejection: was it right
 * @property reopened the customer came back with it; `null` where that cannot be seen
 */
export type Kind = {
  readonly engaged: boolean;
  readonly state: OutcomeState;
  readonly final: boolean;
  readonly band: Band | null;
  readonly censored: boolean;
  readonly good: boolean;
  readonly reopened: boolean | null;
  readonly asked: boolean;
  readonly joined: boolean;
  readonly byBot: boolean;
  readonly judgedAssumed: boolean | null;
  readonly judgedRejected: boolean | null;
};

export function kindOf(measures: Measures, facts: Facts): Kind {
  const { engaged, outcome, effort, censored, person, review } = facts;
  const found = (sample: string): boolean | null => review.judged.find((one) => one.sample === sample)?.value ?? null;
  return {
    engaged,
    state: outcome.state,
    final: outcome.final,
    band: effort && bandOf(measures, effort.value),
    censored,
    good: isGood(measures, facts),
    reopened: outcome.reopened,
    asked: person.asked,
    joined: person.joined,
    byBot: person.byBot,
    judgedAssumed: found('assumed'),
    judgedRejected: found('rejected'),
  };
}

/** The customer spoke, the bot took part, and the case is no longer open: what a share may be taken of. */
export function isClosed({ engaged, state }: Kind): boolean {
  return engaged && state !== 'open';
}

/** Closed, and what the bot is for. */
export function isInScope(kind: Kind): boolean {
  return isClosed(kind) && kind.state !== 'out_of_scope';
}
