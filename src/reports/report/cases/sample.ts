/**
 * The cases a set of figures is about, as columns of numbers, with their customers numbered: the clusters every interval respects.
 */
import type { Tally } from '../../../measurement/effort/tally.ts';
import type { Facts } from '../../../measurement/facts.ts';
import type { Cluster } from '../../../measurement/statistics/clustered-mean.ts';
import { type Rate, rateOf } from '../../../measurement/statistics/rate.ts';
import type { ExperienceSample } from '../satisfaction/experience-sample.ts';
import type { Kind } from './kind.ts';

/** Values some cases have, each with the number of the customer. */
export type Valued = { readonly customers: Float64Array; readonly values: Float64Array };

/** @property costs millionths of a point of effort, of the cases that bear the burden */
export type BurdenGroup = {
  readonly tally: Tally;
  readonly costs: Valued;
  readonly conversations: readonly string[];
};

/**
 * `customers`, `kindOf` and `tenths` have an entry for each engaged case.
 *
 * @property counts how many cases are of each kind, those that are not engaged too
 * @property clusters how many customers
 * @property kindOf index into `kinds`
 * @property tenths effort in tenths of a point, `NaN` where there is none
 * @property waits seconds to a person
 * @property burdens heaviest first
 */
export type Sample = {
  readonly kinds: readonly Kind[];
  readonly counts: readonly number[];
  readonly clusters: number;
  readonly customers: Float64Array;
  readonly kindOf: Float64Array;
  readonly tenths: Float64Array;
  readonly waits: Valued;
  readonly burdens: readonly BurdenGroup[];
  readonly experience: ExperienceSample;
};

/** Whose case it is; one nobody is known for stands alone. */
export function clusterOf({ customer, conversation }: Facts): string {
  return customer === '' ? `conversation ${conversation}` : customer;
}

type Asked = (kind: Kind) => boolean;

/** How many cases are of kinds for which something holds. */
export function countOf({ kinds, counts }: Sample, holds: Asked): number {
  return kinds.reduce((sum, kind, number) => sum + (holds(kind) ? (counts[number] ?? 0) : 0), 0);
}

/** Share of the engaged cases `over` for which something holds, respecting repeated customers. */
export function shareOf(sample: Sample, over: Asked, holds: Asked): Rate {
  return rateOf(clustersFor(sample, over, holds));
}

/** By customer: how many engaged cases `over` they have, and for how many of these something holds. */
export function clustersFor(
  { kinds, kindOf, customers, clusters }: Sample,
  over: Asked,
  holds: Asked,
): readonly Cluster[] {
  const [isIn, isSo] = [kinds.map(over), kinds.map(holds)];
  const sizes = new Uint32Array(clusters);
  const totals = new Uint32Array(clusters);
  kindOf.forEach((kind, index) => {
    const customer = customers[index] ?? 0;
    if (!isIn[kind]) return;
    sizes[customer] = (sizes[customer] ?? 0) + 1;
    if (isSo[kind]) totals[customer] = (totals[customer] ?? 0) + 1;
  });
  return clustersOf(totals, sizes);
}

/** One for each customer who has any. */
export function clustersOf(totals: ArrayLike<number>, sizes: ArrayLike<number>): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i] ?? 0;
    if (size > 0) clusters.push({ total: totals[i] ?? 0, size });
  }
  return clusters;
}

/** The effort of the engaged cases `over`, where they have one. */
export function effortsOf({ kinds, kindOf, customers, tenths }: Sample, over: Asked): Valued {
  const isIn = kinds.map(over);
  const chosen = indexes(kindOf.length, (index) => isIn[kindOf[index] ?? 0] === true && !Number.isNaN(tenths[index]));
  return {
    customers: Float64Array.from(chosen, (index) => customers[index] ?? 0),
    values: Float64Array.from(chosen, (index) => (tenths[index] ?? 0) / 10),
  };
}

function indexes(count: number, isChosen: (index: number) => boolean): Uint32Array {
  const all = new Uint32Array(count);
  for (let i = 0; i < count; i++) all[i] = i;
  return all.filter(isChosen);
}
