/**
 * Facts as stores keep them: a row a case, whose meaning they do not know.
 */
import type { Instant } from '../../events/instant.ts';
import type { Rollup } from './rollup.ts';

/** Where a row stands among all: they are in order of start, conversation and case. */
export type FactsPlace = {
  readonly case: string;
  readonly conversation: string;
  readonly startedAt: Instant;
};

/** @property facts canonical JSON */
export type FactsRow = FactsPlace & { readonly facts: string };

/** Facts as they are written, with what they add to the rollups, if anything. */
export type CountedFacts = FactsRow & { readonly rollup?: Rollup };

/** @property limit so many rows at most, from the one after `after` on */
export type FactsRange = {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly conversation?: string;
  readonly after?: FactsPlace;
  readonly limit?: number;
};
