/**
 * Rollups: sums over cases, kept beside their facts. Stores add whole numbers under names they do not understand.
 */
import type { Instant } from '../../events/instant.ts';

/** What rollups are kept by. `hour`: the start of the hour in which a case began; the others are `none` where it has no such property. */
export type RollupKey = {
  readonly hour: Instant;
  readonly touchpoint: string;
  readonly dialog: string;
  readonly intent: string;
  readonly version: string;
};

/** Whole numbers by name, such as how many cases were engaged; one that is missing is 0. */
export type Cells = Readonly<Record<string, number>>;

/** What a case adds to the rollups. */
export type Rollup = RollupKey & { readonly cells: Cells };

/** Which rollups: of a half-open span, and those only whose key is as given. */
export type RollupRange = {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly only: Readonly<Partial<Omit<RollupKey, 'hour'>>>;
};

export type HourCells = { readonly hour: Instant; readonly cells: Cells };
