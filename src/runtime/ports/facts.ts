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

/** @property facts JSON */
export type FactsRow = FactsPlace & { readonly facts: string };

/** Facts as they are written, with what they add to the rollups, if anything. @property brief what reports keep of the case, on one line */
export type CountedFacts = FactsRow & { readonly rollup?: Rollup; readonly brief?: string };

/** Where a row stands among all: they are in order of their last change. */
export type BriefPlace = { readonly change: number; readonly conversation: string };

/**
 * What reports keep of the cases of a conversation.
 *
 * @property change grows with every writing of any conversation's facts
 * @property brief a line a case; empty where it has none any more
 */
export type BriefRow = BriefPlace & { readonly brief: string };

/** @property limit so many rows at most, from the one after `after` on */
export type BriefRange = { readonly after: BriefPlace; readonly limit: number };

/** @property limit so many rows at most, from the one after `after` on */
export type FactsRange = {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly conversation?: string;
  readonly after?: FactsPlace;
  readonly limit?: number;
};
