import type { Instant } from '../../events/instant.ts';
import type { Place } from '../table/terms.ts';
import { dateAt, dayAfter, startOfDay } from './zone-day.ts';

export const dimensions = [
  'touchpoint',
  'channel',
  'entry',
  'dialog',
  'intent',
  'stage',
  'language',
  'version',
  'arm',
  'team',
  'owner',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * What a report is asked for.
 *
 * @property from first day, in `zone`; `null`: that of the first case
 * @property to the day after the last, in `zone`; `null`: the day after `asOf`
 * @property zone IANA name of the business's time zone
 * @property seed of the resamples that intervals come from
 * @property breaks when figures began to be made with other measures; what lies outside the span is not shown
 */
export type Query = {
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: string;
  readonly asOf: Instant;
  readonly filters: Filters;
  readonly by: Dimension | null;
  readonly seed: number;
  readonly breaks?: readonly Break[];
};

/** From this instant on, measures of another number are the published ones. All figures are made with the latest, those from before it too. */
export type Break = {
  readonly at: string;
  readonly measures: number;
  readonly effort: string;
  readonly outcome: string;
};

export type Filters = { readonly [name in Dimension]?: string };

export type Range = { readonly from?: Instant; readonly to?: Instant };

/** The half-open span of a query, for asking a store only for what is needed. */
export function rangeOf({ from, to, zone }: Pick<Query, 'from' | 'to' | 'zone'>): Range {
  return {
    ...(from === null ? {} : { from: startOfDay(from, zone) }),
    ...(to === null ? {} : { to: startOfDay(to, zone) }),
  };
}

/** First day and the day after the last, also where the query leaves them open. `first`: when the first case began; `null` without any. */
export function daysOf(
  { from, to, zone, asOf }: Query,
  first: Instant | null,
): { readonly from: string; readonly to: string } {
  return { from: from ?? dateAt(Math.min(first ?? asOf, asOf), zone), to: to ?? dayAfter(dateAt(asOf, zone)) };
}

/** Whether a place is one that filters ask for. */
export function matches(place: Place, filters: Filters): boolean {
  return dimensions.every((name) => filters[name] === undefined || keyOf(place, name) === filters[name]);
}

/** The group a case belongs to; `none` where it has no such property. A case of several experiments is of the arms of all. */
export function keyOf(place: Place, dimension: Dimension): string {
  if (dimension === 'arm') return place.arms.length === 0 ? 'none' : place.arms.join(' ');
  return place[dimension] ?? 'none';
}
