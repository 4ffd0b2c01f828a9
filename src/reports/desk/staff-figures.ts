/** Figures of handoffs: how fast people took over, what became of it. Intervals respect customers who came several times. */
import type { HandoffCourse } from '../../measurement/handoffs/follow-handoffs.ts';
import { designEffect, momentsOf } from '../../measurement/statistics/clustered-mean.ts';
import { quantile } from '../../measurement/statistics/quantile.ts';
import { type Estimate, type Rate, rateOf, rounded, suppressed } from '../../measurement/statistics/rate.ts';
import { woodruff } from '../../measurement/statistics/woodruff.ts';

/** @property toldAgain a person had it, and the customer had to say something once more that they had told */
export type Handover = HandoffCourse & {
  readonly conversation: string;
  readonly customer: string;
  readonly toldAgain: boolean;
};

/**
 * Counts of all; `abandoned`: of those who waited and wait no more, who gave up before anybody came. Seconds are medians: from the wish to the first person, from then to
 * their first word, from then to its end. `transferred`, `toldAgain`: of those a person took. `solved`: of those of which a person said whether it is, a
 * yes.
 */
export type StaffFigures = {
  readonly handoffs: number;
  readonly taken: number;
  readonly unavailable: number;
  readonly abandoned: Rate;
  readonly acceptSeconds: Estimate;
  readonly firstReplySeconds: Estimate;
  readonly handleSeconds: Estimate;
  readonly transferred: Rate;
  readonly toldAgain: Rate;
  readonly solved: Rate;
};

/** Fewer than ten of anything give no figure, so that nobody is compared by a handful. */
export function staffFigures(all: readonly Handover[]): StaffFigures {
  const taken = all.filter(({ acceptedAt }) => acceptedAt !== null);
  const waited = all.filter(
    ({ queuedAt, acceptedAt, end }) => queuedAt !== null && (acceptedAt !== null || end !== 'open'),
  );
  return {
    handoffs: all.length,
    taken: taken.length,
    unavailable: all.filter(({ end, acceptedAt }) => end === 'unavailable' && acceptedAt === null).length,
    abandoned: shareOf(waited, ({ end, acceptedAt }) => end === 'left' && acceptedAt === null),
    acceptSeconds: medianOf(all, ({ requestedAt, acceptedAt }) => between(requestedAt, acceptedAt)),
    firstReplySeconds: medianOf(all, ({ acceptedAt, repliedAt }) => between(acceptedAt, repliedAt)),
    handleSeconds: medianOf(taken, ({ acceptedAt, endedAt }) => between(acceptedAt, endedAt)),
    transferred: shareOf(taken, ({ transfers }) => transfers > 0),
    toldAgain: shareOf(taken, ({ toldAgain }) => toldAgain),
    solved: shareOf(
      taken.filter((one) => one.solved !== null),
      ({ solved }) => solved === 'yes',
    ),
  };
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : (to - from) / 1000;
}

function shareOf(some: readonly Handover[], holds: (one: Handover) => boolean): Rate {
  return rateOf(momentsOf(clustersOf(some.map((one) => ({ customer: one.customer, holds: holds(one) })))));
}

type Observed = { readonly customer: string; readonly holds: boolean };

function clustersOf(observed: readonly Observed[]) {
  return [...Map.groupBy(observed, ({ customer }) => customer).values()].map((one) => ({
    total: one.filter(({ holds }) => holds).length,
    size: one.length,
  }));
}

function medianOf(some: readonly Handover[], secondsOf: (one: Handover) => number | null): Estimate {
  const measured = some.flatMap((one) => {
    const seconds = secondsOf(one);
    return seconds === null ? [] : [{ customer: one.customer, seconds }];
  });
  const few = suppressed(measured.length);
  if (few) return few;
  const sorted = measured.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const at = (share: number): number => quantile(sorted, share) ?? Number.NaN;
  const value = at(0.5);
  const below = measured.map(({ customer, seconds }) => ({ customer, holds: seconds < value }));
  const { low, high } = woodruff(0.5, measured.length / designEffect(momentsOf(clustersOf(below))), at);
  return { kind: 'estimate', value: rounded(value), low: rounded(low), high: rounded(high), n: measured.length };
}
