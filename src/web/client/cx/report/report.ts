/** The experience report as this page reads it: `report/1`, as the API gives it. Shares are 0–1. */

/** A share or a quantity with its 95 % interval, or the reason why there is none. */
export type Figure =
  | { readonly kind: 'known'; readonly value: number; readonly low: number; readonly high: number; readonly n: number }
  | { readonly kind: 'too_few'; readonly n: number }
  | { readonly kind: 'no_data' };

export type Outcome = { readonly state: string; readonly cases: number; readonly share: Figure };

export type Burden = {
  readonly signal: string;
  readonly owner: string;
  /** '' where the burden belongs to no step */
  readonly dialog: string;
  /** `file:line`, '' as above */
  readonly place: string;
  readonly cases: number;
  readonly pointsPer100Cases: Figure;
};

export type LatestCase = {
  readonly case: string;
  readonly startedAt: string;
  readonly intent: string;
  readonly outcome: string;
  readonly isFinal: boolean;
  readonly effort: number | undefined;
  readonly customerTurns: number;
};

/** @property histogram cases in ten bins of ten points of effort */
export type Report = {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly asOf: string;
  readonly versions: string;
  readonly cases: Readonly<
    Record<'all' | 'engaged' | 'outOfScope' | 'unengaged' | 'open' | 'provisional' | 'final', number>
  >;
  readonly goodExperience: Figure;
  readonly confirmed: Figure;
  /** `undefined` where nothing is closed */
  readonly resolution: { readonly low: number; readonly high: number } | undefined;
  readonly highShare: Figure;
  readonly median: Figure;
  readonly asked: number;
  readonly askedAndGot: number;
  readonly outcomes: readonly Outcome[];
  readonly histogram: readonly number[];
  readonly bands: Readonly<Record<Band, number>>;
  readonly censored: number;
  readonly burdens: readonly Burden[];
  readonly latest: readonly LatestCase[];
};

export type Band = 'low' | 'moderate' | 'high';

/** Bands of effort/v1: low below 20, high from 60. */
export function bandOf(effort: number): Band {
  return effort < 20 ? 'low' : effort < 60 ? 'moderate' : 'high';
}
