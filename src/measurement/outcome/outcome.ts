/**
 * outcome/v1: what became of the customer's issue, with the evidence for it. Source: measurement §3.
 */
import { type Context, startContext } from '../case/context.ts';
import { foldContext } from '../case/fold-context.ts';
import type { Measures, Reason } from '../constants/measures.ts';
import type { Metric } from '../metric.ts';
import { decide } from './decide.ts';
import { type Conflict, conflictsIn, type Evidence } from './evidence.ts';
import type { Goals } from './fold-goals.ts';
import { foldOutcome, type OutcomeFold, startOutcome } from './fold-outcome.ts';
import type { LeftAt, OutcomeState } from './outcome-states.ts';

export type OutcomeMetricState = { readonly context: Context; readonly outcome: OutcomeFold };

/**
 * @property at where an abandoned case was left, else `null`
 * @property by the evidence that decided
 * @property final the time in which the customer could have come back is over and no verification is pending
 * @property resolved probability that the issue is solved, from the published table of odds
 * @property reopened the customer came back with it; `null` where that cannot be seen. Never changes the state.
 * @property redirected they were told where else to go
 */
export type Outcome = {
  readonly state: OutcomeState;
  readonly at: LeftAt | null;
  readonly by: Reason;
  readonly final: boolean;
  readonly resolved: number;
  readonly reopened: boolean | null;
  readonly redirected: boolean;
  readonly goals: Goals;
  readonly evidence: readonly Evidence[];
  readonly conflicts: readonly Conflict[];
};

/** Outcome of a case. Never `undefined`: a case nobody spoke in is `unengaged`. */
export function outcome(measures: Measures): Metric<OutcomeMetricState, Outcome> {
  const version = measures.outcome.id;
  return {
    id: version,
    version: 1,
    unit: 'state',
    source: 'docs/measures/outcome.md',
    start: { context: startContext, outcome: startOutcome },
    fold: (state, event) => ({
      context: foldContext(state.context, event),
      outcome: foldOutcome({ ...state, version }, event),
    }),
    read: (state) => readOutcome(measures, state),
  };
}

/** The outcome of a case as it stands. */
export function readOutcome(measures: Measures, { context, outcome }: OutcomeMetricState): Outcome {
  const { state, at = null, by } = decide(measures, { context, ...outcome });
  const odds = measures.outcome.resolvedOdds[by];
  return {
    state,
    at,
    by,
    final: state !== 'open' && context.matured && context.verifying.length === 0,
    resolved: Math.round((odds / (1 + odds)) * 1000) / 1000,
    reopened: context.reopened ? true : context.identified ? false : null,
    redirected: outcome.redirected,
    goals: outcome.goals,
    evidence: outcome.ledger,
    conflicts: conflictsIn(outcome.ledger),
  };
}
