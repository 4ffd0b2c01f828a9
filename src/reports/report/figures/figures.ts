import type { Measures } from '../../../measurement/constants/measures.ts';
import type { OutcomeState } from '../../../measurement/outcome/outcome-states.ts';
import { outcomeStates } from '../../../measurement/outcome/outcome-states.ts';
import { noData, type Rate } from '../../../measurement/statistics/rate.ts';
import { burdensOf } from '../cases/burdens-of.ts';
import { isClosed } from '../cases/kind.ts';
import { countOf, type Sample, shareOf } from '../cases/sample.ts';
import type { CaseCounts, Figures } from '../report.ts';
import { initiatedIn, promisesIn, saidIn } from '../satisfaction/said-in.ts';
import { satisfactionOf } from '../satisfaction/satisfaction-of.ts';
import { expectationsOf, sentimentOf } from '../satisfaction/sentiment-of.ts';
import { burdenFigures, burdenWanted } from './burdens.ts';
import { closedEfforts, effortFigures } from './effort.ts';
import { containmentOf, escalationOf } from './escalation.ts';
import { estimate } from './estimates.ts';
import type { Wanted } from './plan.ts';
import { rankedOf } from './ranked.ts';
import { durableOf, resolutionOf } from './resolution.ts';
import { sizesOf } from './sizes-of.ts';

/** All figures of a set of cases. What is not measured says so: no data, or `null`; never 0. */
export function figuresOf(
  sample: Sample,
  { measures, seed }: { readonly measures: Measures; readonly seed: number },
): Figures {
  const [burdens, sizes, efforts] = [burdensOf(sample, measures), sizesOf(sample.engaged), closedEfforts(sample)];
  const { secondsToPerson } = sample.table.columns();
  const waits = rankedOf(sample.engaged, secondsToPerson);
  const wanted: readonly Wanted[] = [
    { kind: 'quantile', share: 0.5, values: efforts },
    { kind: 'quantile', share: 0.9, values: efforts },
    { kind: 'quantile', share: 0.5, values: waits },
    ...burdenWanted(burdens, sizes),
  ];
  const [median = noData, p90 = noData, seconds = noData, ...costs] = estimate(wanted, { sizes, seed });
  const outcomes = outcomesOf(sample);
  const said = saidIn(sample);
  return {
    cases: casesOf(sample, outcomes),
    outcomes,
    outcomeShares: sharesOf(sample),
    resolution: resolutionOf(sample),
    durable: durableOf(sample),
    containment: containmentOf(sample),
    goodExperience: shareOf(sample, 'closed', ({ good }) => good),
    effort: effortFigures(sample, { median, p90 }),
    satisfaction: satisfactionOf(sample, said),
    initiated: initiatedIn(sample),
    sentiment: sentimentOf(sample),
    expectations: expectationsOf(sample),
    escalation: escalationOf(sample, seconds),
    burdens: burdenFigures(burdens, costs),
    promises: promisesIn(said),
  };
}

function outcomesOf(sample: Sample): Figures['outcomes'] {
  const of = (state: OutcomeState): number => countOf(sample, (kind) => kind.state === state);
  return {
    resolved_verified: of('resolved_verified'),
    resolved_confirmed: of('resolved_confirmed'),
    resolved_assumed: of('resolved_assumed'),
    escalated_resolved: of('escalated_resolved'),
    escalated_unresolved: of('escalated_unresolved'),
    unresolved: of('unresolved'),
    abandoned: of('abandoned'),
    declined: of('declined'),
    out_of_scope: of('out_of_scope'),
    open: of('open'),
    unengaged: of('unengaged'),
    spam_test: of('spam_test'),
  };
}

function casesOf(sample: Sample, outcomes: Figures['outcomes']): CaseCounts {
  const engaged = countOf(sample, (kind) => kind.engaged);
  const final = countOf(sample, (kind) => isClosed(kind) && kind.final);
  return {
    all: countOf(sample, () => true),
    engaged,
    inScope: engaged - outcomes.out_of_scope,
    outOfScope: outcomes.out_of_scope,
    unengaged: outcomes.unengaged,
    spamTest: outcomes.spam_test,
    open: outcomes.open,
    provisional: countOf(sample, isClosed) - final,
    final,
  };
}

/** Share of each state that occurs among the closed cases. */
function sharesOf(sample: Sample): Figures['outcomeShares'] {
  const is = (state: OutcomeState) => (kind: { readonly state: OutcomeState }) => kind.state === state;
  const present = outcomeStates.filter((state) => countOf(sample, (kind) => isClosed(kind) && is(state)(kind)) > 0);
  return Object.fromEntries(
    present.map((state): [OutcomeState, Rate] => [state, shareOf(sample, 'closed', is(state))]),
  );
}
