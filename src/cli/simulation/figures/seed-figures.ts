import type { Facts } from '../../../measurement/facts.ts';
import { type RankCorrelation, rankCorrelation } from '../../../measurement/statistics/survey/rank-correlation.ts';
import type { Life } from '../living/living.ts';
import type { SeedRun } from '../run-seed.ts';
import { spentOn } from './spent-on.ts';
import { aloneOf, truthOf } from './truth-of.ts';

/**
 * One seed: what the report says, and what is true. `null` where there is too little to say.
 *
 * @property resolution `truth`: share of the closed cases in scope that were solved; `low` to `high` the report's 95 % interval around `point`
 * @property containment the report's; `truth`: share that the bot solved alone and at once
 * @property effort Spearman of effort with the hidden cost, over cases
 */
export type SeedFigures = {
  readonly seed: number;
  readonly cases: number;
  readonly customers: number;
  readonly solvedCustomers: number;
  readonly resolution: {
    readonly truth: number | null;
    readonly point: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly covered: boolean | null;
    readonly outerLow: number | null;
    readonly outerHigh: number | null;
  };
  readonly containment: { readonly reported: number | null; readonly truth: number | null };
  readonly effort: RankCorrelation | null;
  /** engaged cases by the outcome the report gives them, and how many of them were solved in truth */
  readonly outcomes: Readonly<Record<string, OutcomeCount>>;
};

export type OutcomeCount = { readonly cases: number; readonly solved: number };

export function seedFigures({ seed, report, facts, lives }: SeedRun): SeedFigures {
  const isSolved = truthOf(lives);
  const inScope = facts.filter(
    ({ engaged, outcome }) => engaged && outcome.state !== 'open' && outcome.state !== 'out_of_scope',
  );
  const truth = shareOf(inScope.map(isSolved));
  const { point, pointInterval, low: outerLow, high: outerHigh } = report.resolution;
  const covered =
    truth === null || pointInterval === null ? null : pointInterval.low <= truth && truth <= pointInterval.high;
  const { rate } = report.containment;
  return {
    seed,
    cases: facts.length,
    customers: lives.length,
    solvedCustomers: lives.filter(({ reachedIn }) => reachedIn !== null).length,
    resolution: {
      truth,
      point,
      low: pointInterval?.low ?? null,
      high: pointInterval?.high ?? null,
      covered,
      outerLow,
      outerHigh,
    },
    containment: {
      reported: rate.kind === 'rate' ? rate.value : null,
      truth: shareOf(facts.filter(({ engaged }) => engaged).map(aloneOf(lives))),
    },
    effort: rankCorrelation(effortPairs(facts, lives).map(([a, b]) => ({ a, b, n: 1 }))) ?? null,
    outcomes: outcomesOf(facts, isSolved),
  };
}

function outcomesOf(facts: readonly Facts[], isSolved: (one: Facts) => boolean): SeedFigures['outcomes'] {
  const groups = Map.groupBy(
    facts.filter(({ engaged }) => engaged),
    ({ outcome }) => outcome.state,
  );
  const counted = [...groups].map(
    ([state, cases]) => [state, { cases: cases.length, solved: cases.filter(isSolved).length }] as const,
  );
  return Object.fromEntries(counted.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of each case its effort, and what was really spent while it was the one that was talked about. */
function effortPairs(facts: readonly Facts[], lives: readonly Life[]): readonly (readonly [number, number])[] {
  const spent = spentOn(facts, lives);
  return facts.flatMap((one) => (one.effort === null ? [] : [[one.effort.value, spent.get(one.case) ?? 0] as const]));
}

function shareOf(list: readonly boolean[]): number | null {
  return list.length === 0 ? null : list.filter(Boolean).length / list.length;
}
