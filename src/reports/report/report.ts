/**
 * The experience report, `report/1`: the one form in which every surface gets its figures. Contracts §10.
 */
import type { Signal } from '../../measurement/constants/measures.ts';
import type { Band } from '../../measurement/effort/score.ts';
import type { Initiated } from '../../measurement/experience/read-experience.ts';
import type { OutcomeState } from '../../measurement/outcome/outcome-states.ts';
import type { Estimate, Rate } from '../../measurement/statistics/rate.ts';
import type { RankCorrelation } from '../../measurement/statistics/survey/rank-correlation.ts';
import type { CustomerFigures } from './cases/customers-of.ts';
import type { Comparison } from './comparing/comparison.ts';
import type { Funnel } from './dialogs/funnel.ts';
import type { Break, Filters } from './query.ts';
import type { Trend } from './trend/trend.ts';

export type Report = Figures & {
  readonly schema: 'report/1';
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly asOf: string;
  readonly seed: number;
  readonly filters: Filters;
  readonly by: string | null;
  readonly versions: { readonly effort: string; readonly outcome: string; readonly measures: number };
  readonly trend: Trend;
  readonly dialogs: readonly Funnel[];
  readonly customers: CustomerFigures;
  readonly trust: { readonly effortAgainstCes: RankCorrelation | null; readonly freshSeconds: number | null };
  readonly experiments: readonly ExperimentFigures[];
  readonly breaks: readonly Break[];
  readonly groups: readonly Group[];
  readonly latest: readonly LatestCase[];
};

/** @property against how it differs from all other cases */
export type Group = Figures & { readonly key: string; readonly label: string; readonly against: Comparison };

export type Figures = {
  readonly cases: CaseCounts;
  readonly outcomes: Readonly<Record<OutcomeState, number>>;
  readonly outcomeShares: Readonly<Partial<Record<OutcomeState, Rate>>>;
  readonly resolution: Resolution;
  readonly durable: { readonly rate: Rate; readonly coverage: number | null };
  readonly containment: { readonly rate: Rate; readonly askedAndNotGot: number; readonly gap: Rate };
  readonly goodExperience: Rate;
  readonly effort: EffortFigures;
  readonly satisfaction: Satisfaction;
  readonly escalation: Escalation;
  readonly burdens: readonly BurdenFigure[];
  /** of the promises made in these cases, those that are known to have been kept or broken; the rest is not due, or nobody can tell. `null` while nothing says what became of any */
  readonly promises: { readonly made: number; readonly kept: number | null; readonly broken: number | null };
  /** cases by who began: the customer; the business, and the customer answered; the business alone */
  readonly initiated: Readonly<Record<Initiated, number>>;
  readonly sentiment: SentimentFigures;
  readonly expectations: ExpectationFigures;
};

/** `all` = engaged + unengaged + spamTest; engaged = inScope + outOfScope = open + provisional + final. */
export type CaseCounts = {
  readonly all: number;
  readonly engaged: number;
  readonly inScope: number;
  readonly outOfScope: number;
  readonly unengaged: number;
  readonly spamTest: number;
  readonly open: number;
  readonly provisional: number;
  readonly final: number;
};

/**
 * Of the closed cases in scope: `low` counts what is verified or confirmed, `high` also what is assumed. `point` needs reviewed samples. Beside them
 * the same bounds over all engaged cases, so that a bot that refuses everything scores 0.
 */
export type Resolution = {
  readonly low: number | null;
  readonly high: number | null;
  readonly point: number | null;
  readonly pointInterval: { readonly low: number; readonly high: number } | null;
  readonly confirmed: Rate;
  readonly assumedShare: Rate;
  /** of the assumed ones that people reviewed, how many were solved; of the rejections they reviewed, how many were wrong */
  readonly audit: Rate;
  readonly falseRejections: Rate;
  readonly ofEngaged: { readonly confirmed: Rate; readonly high: Rate };
};

/**
 * `bands` and `censored` divide the closed cases; censored ones are lower bounds and stand in no band. `histogram` counts all engaged cases, open ones
 * too, in ten bins of ten.
 */
export type EffortFigures = {
  readonly median: Estimate;
  readonly p90: Estimate;
  readonly highShare: Rate;
  readonly bands: Readonly<Record<Band, number>>;
  readonly censored: number;
  readonly histogram: readonly number[];
};

export type Survey = {
  readonly raw: Rate;
  readonly weighted: Rate;
  readonly effectiveN: number | null;
  readonly bound: readonly [number, number] | null;
  readonly asked: number;
  readonly shown: number;
  readonly answered: number;
};

export type Satisfaction = {
  readonly csat: Survey;
  readonly ces: Survey;
  readonly expectation: Survey;
  readonly solved: Survey;
  readonly feeling: Readonly<Record<string, number>>;
  readonly tags: Readonly<Record<string, number>>;
  /** of the relationship, and never called satisfaction; `score` −100…100, `null` for fewer than ten answers */
  readonly nps: {
    readonly promoters: number;
    readonly passives: number;
    readonly detractors: number;
    readonly score: number | null;
  };
  /** cases whose customer might have been asked, was drawn by lot, was asked; and of the drawn, those the channel reaches when they are gone */
  readonly reach: {
    readonly eligible: number;
    readonly drawn: number;
    readonly asked: number;
    readonly reachable: number;
  };
  /** mean effort of cases whose customers answered, and of those who were to be asked and did not */
  readonly respondents: { readonly answered: Estimate; readonly silent: Estimate };
};

/** Sentiment −1…1 of what customers typed: no part of effort or outcome. `coverage`: share of cases in which it could be measured. */
export type SentimentFigures = {
  readonly mean: Estimate;
  readonly negative: Rate;
  readonly worsened: Rate;
  readonly notMeasured: number;
  readonly coverage: number | null;
};

/** The first less the second, with its 95 % interval. */
export type Difference = { readonly value: number; readonly low: number; readonly high: number };

/**
 * An offer made unasked, by the arms that customers were assigned to before anything could lead to it, whether or not it was then made: intention to treat.
 *
 * @property triggered cases in which it held; of the held out, in which it would have been made
 */
export type ExperimentFigures = {
  readonly experiment: string;
  readonly assigned: { readonly treated: number; readonly heldOut: number };
  readonly triggered: { readonly treated: number; readonly heldOut: number };
  readonly durable: { readonly treated: Rate; readonly heldOut: Rate; readonly difference: Difference | null };
  readonly effort: { readonly treated: Estimate; readonly heldOut: Estimate; readonly difference: Difference | null };
  /** share of the cases in which the customer wrote: of a notice, whether they still had to ask */
  readonly contact: { readonly treated: Rate; readonly heldOut: Rate; readonly difference: Difference | null };
};

/** Share of finished dialogs that took no more than they had said. */
export type ExpectationFigures = { readonly turnsMet: Rate; readonly timeMet: Rate };

export type Escalation = {
  readonly asked: number;
  readonly askedAndGot: number;
  readonly askedAndNotGot: number;
  readonly byBot: number;
  readonly secondsToPerson: Estimate;
};

/** What one burden at one step costs: points of effort per 100 engaged cases that would not be there without it. */
export type BurdenFigure = {
  readonly signal: Signal;
  readonly owner: string;
  readonly step: BurdenStep | null;
  readonly cases: number;
  readonly pointsPer100Cases: Estimate;
  readonly conversations: readonly string[];
};

export type BurdenStep = {
  readonly dialog: string;
  readonly step: string;
  readonly file: string;
  readonly line: number;
  readonly version: string;
};

/** One of the latest cases, for a reader who has too few for figures. */
export type LatestCase = {
  readonly case: string;
  readonly startedAt: string;
  readonly intent: string | null;
  readonly outcome: OutcomeState;
  readonly final: boolean;
  readonly effort: number | null;
  readonly customerTurns: number;
};
