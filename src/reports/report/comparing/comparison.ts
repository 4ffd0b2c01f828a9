/**
 * What a group of cases is compared by, with the rest of the cases.
 */
import type { NoData, TooFew } from '../../../measurement/statistics/rate.ts';

/** The group's share less that of all other cases, −1 to 1, with its 95 % interval (Newcombe). `n`: cases of the group. */
export type Difference =
  | {
      readonly kind: 'difference';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly n: number;
    }
  | TooFew
  | NoData;

/**
 * @property p of no difference; `null` where there is none, or too few cases to rank (30)
 * @property adjusted the same, for all groups shown together (Benjamini–Hochberg)
 * @property isBelieved `adjusted` is at most 0.05
 * @property smallest the smallest difference that so many cases would show four times out of five
 */
export type Compared = {
  readonly difference: Difference;
  readonly p: number | null;
  readonly adjusted: number | null;
  readonly isBelieved: boolean;
  readonly smallest: number | null;
};

/**
 * @property standardised share of good experience if the group's customers had come with the intents that all customers came with; `coverage`: share of
 *   all cases whose intent the group has
 */
export type Comparison = {
  readonly goodExperience: Compared;
  readonly highEffort: Compared;
  readonly resolved: Compared;
  readonly standardised: { readonly goodExperience: number | null; readonly coverage: number | null };
};
