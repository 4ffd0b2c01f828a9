/**
 * The cases a set of figures is about, with their customers numbered: the clusters every interval respects.
 */
import type { Facts } from '../../measurement/facts.ts';
import type { Cluster } from '../../measurement/statistics/clustered-mean.ts';
import { type Rate, rateOf } from '../../measurement/statistics/rate.ts';

export type Sample = {
  readonly all: readonly Facts[];
  /** the customer spoke and the bot took part */
  readonly engaged: readonly Facts[];
  /** engaged and no longer open: what a share may be taken of */
  readonly closed: readonly Facts[];
  /** closed and what the bot is for */
  readonly inScope: readonly Facts[];
  readonly customers: ReadonlyMap<string, number>;
};

export function sampleOf(facts: readonly Facts[]): Sample {
  const engaged = facts.filter((one) => one.engaged);
  const closed = engaged.filter(({ outcome }) => outcome.state !== 'open');
  const ids = [...new Set(engaged.map(clusterOf))].sort();
  return {
    all: facts,
    engaged,
    closed,
    inScope: closed.filter(({ outcome }) => outcome.state !== 'out_of_scope'),
    customers: new Map(ids.map((id, index) => [id, index])),
  };
}

/** Whose case it is; one nobody is known for stands alone. */
export function clusterOf({ customer, conversation }: Facts): string {
  return customer === '' ? `conversation ${conversation}` : customer;
}

/** Share of cases for which something holds, respecting repeated customers. */
export function shareOf(facts: readonly Facts[], holds: (facts: Facts) => boolean): Rate {
  const clusters = new Map<string, Cluster>();
  for (const one of facts) {
    const id = clusterOf(one);
    const { total, size } = clusters.get(id) ?? { total: 0, size: 0 };
    clusters.set(id, { total: total + (holds(one) ? 1 : 0), size: size + 1 });
  }
  return rateOf([...clusters.values()]);
}
