import type { Measures } from '../../measurement/constants/measures.ts';
import { bandOf } from '../../measurement/effort/score.ts';
import type { Facts } from '../../measurement/facts.ts';
import { isResolved, type OutcomeState, outcomeStates } from '../../measurement/outcome/outcome-states.ts';
import { type Estimate, noData, type Rate } from '../../measurement/statistics/rate.ts';
import { burdenFigures, burdenGroups, burdenWanted } from './burdens.ts';
import { estimate } from './estimates.ts';
import { isGood } from './is-good.ts';
import type { Valued, Wanted } from './plan.ts';
import type { CaseCounts, EffortFigures, Escalation, Figures, Resolution, Satisfaction, Survey } from './report.ts';
import { type Sample, sampleOf, shareOf } from './sample.ts';

export type FiguresOptions = { readonly measures: Measures; readonly seed: number };

/** All figures of a set of cases. What is not measured says so: no data, or `null`; never 0. */
export function figuresOf(facts: readonly Facts[], { measures, seed }: FiguresOptions): Figures {
  const sample = sampleOf(facts);
  const { engaged, closed } = sample;
  const groups = burdenGroups(measures, engaged);
  const wanted: readonly Wanted[] = [
    { kind: 'quantile', share: 0.5, values: effortsOf(closed) },
    { kind: 'quantile', share: 0.9, values: effortsOf(closed) },
    { kind: 'quantile', share: 0.5, values: secondsToPerson(engaged) },
    ...burdenWanted(groups, engaged),
  ];
  const [median = noData, p90 = noData, seconds = noData, ...costs] = estimate(sample, wanted, seed);
  const outcomes = outcomesOf(facts);
  return {
    cases: casesOf(sample, outcomes),
    outcomes,
    outcomeShares: sharesOf(sample),
    resolution: resolutionOf(sample),
    durable: { rate: noData, coverage: null },
    containment: containmentOf(sample),
    goodExperience: shareOf(closed, (one) => isGood(measures, one)),
    effort: effortFigures(measures, sample, { median, p90 }),
    satisfaction,
    escalation: escalationOf(sample, seconds),
    burdens: burdenFigures(groups, costs),
    promises: { made: engaged.reduce((sum, { promises }) => sum + promises, 0), kept: null, broken: null },
  };
}

function effortsOf(facts: readonly Facts[]): readonly Valued[] {
  return facts.flatMap((one) => (one.effort === null ? [] : [{ facts: one, value: one.effort.value }]));
}

function secondsToPerson(facts: readonly Facts[]): readonly Valued[] {
  return facts.flatMap((one) =>
    one.person.secondsToPerson === null ? [] : [{ facts: one, value: one.person.secondsToPerson }],
  );
}

function outcomesOf(facts: readonly Facts[]): Figures['outcomes'] {
  const counts: Record<OutcomeState, number> = {
    resolved_verified: 0,
    resolved_confirmed: 0,
    resolved_assumed: 0,
    escalated_resolved: 0,
    escalated_unresolved: 0,
    unresolved: 0,
    abandoned: 0,
    declined: 0,
    out_of_scope: 0,
    open: 0,
    unengaged: 0,
    spam_test: 0,
  };
  for (const { outcome } of facts) counts[outcome.state]++;
  return counts;
}

function casesOf({ all, engaged, closed }: Sample, outcomes: Figures['outcomes']): CaseCounts {
  const final = closed.filter(({ outcome }) => outcome.final).length;
  return {
    all: all.length,
    engaged: engaged.length,
    inScope: engaged.length - outcomes.out_of_scope,
    outOfScope: outcomes.out_of_scope,
    unengaged: outcomes.unengaged,
    spamTest: outcomes.spam_test,
    open: outcomes.open,
    provisional: closed.length - final,
    final,
  };
}

/** Share of each state that occurs among the closed cases. */
function sharesOf({ closed }: Sample): Figures['outcomeShares'] {
  const present = outcomeStates.filter((state) => closed.some(({ outcome }) => outcome.state === state));
  return Object.fromEntries(present.map((state) => [state, shareOf(closed, ({ outcome }) => outcome.state === state)]));
}

function resolutionOf({ inScope, closed }: Sample): Resolution {
  const confirmed = shareOf(inScope, isConfirmed);
  const high = shareOf(inScope, ({ outcome }) => isResolved(outcome.state));
  return {
    low: shareIn(confirmed),
    high: shareIn(high),
    point: null,
    confirmed,
    assumedShare: shareOf(inScope, ({ outcome }) => outcome.state === 'resolved_assumed'),
    audit: noData,
    ofEngaged: {
      confirmed: shareOf(closed, isConfirmed),
      high: shareOf(closed, ({ outcome }) => isResolved(outcome.state)),
    },
  };
}

function isConfirmed({ outcome: { state } }: Facts): boolean {
  return isResolved(state) && state !== 'resolved_assumed';
}

function shareIn(rate: Rate): number | null {
  return rate.kind === 'rate' ? rate.value : null;
}

function containmentOf({ closed, engaged }: Sample): Figures['containment'] {
  return {
    rate: shareOf(closed, ({ person }) => !person.joined),
    askedAndNotGot: engaged.filter(({ person }) => person.asked && !person.joined).length,
    gap: noData,
  };
}

type Quantiles = { readonly median: Estimate; readonly p90: Estimate };

function effortFigures(measures: Measures, { engaged, closed }: Sample, quantiles: Quantiles): EffortFigures {
  const bands = { low: 0, moderate: 0, high: 0 };
  for (const { effort, censored } of closed) if (effort && !censored) bands[effort.band]++;
  const histogram = Array.from({ length: 10 }, () => 0);
  for (const { effort } of engaged) {
    const bin = Math.min(9, Math.floor((effort?.value ?? 0) / 10));
    if (effort) histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  return {
    ...quantiles,
    highShare: shareOf(closed, ({ effort }) => effort !== null && bandOf(measures, effort.value) === 'high'),
    bands,
    censored: closed.filter(({ censored }) => censored).length,
    histogram,
  };
}

function escalationOf({ engaged }: Sample, seconds: Estimate): Escalation {
  const asked = engaged.filter(({ person }) => person.asked);
  const got = asked.filter(({ person }) => person.joined);
  return {
    asked: asked.length,
    askedAndGot: got.length,
    askedAndNotGot: asked.length - got.length,
    byBot: engaged.filter(({ person }) => person.byBot).length,
    secondsToPerson: seconds,
  };
}

const noSurvey: Survey = {
  raw: noData,
  weighted: noData,
  effectiveN: null,
  bound: null,
  asked: 0,
  shown: 0,
  answered: 0,
};
const satisfaction: Satisfaction = { csat: noSurvey, ces: noSurvey, expectation: noSurvey, feeling: {} };
