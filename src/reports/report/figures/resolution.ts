import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import { type Rate, rounded } from '../../../measurement/statistics/rate.ts';
import { isInScope, type Kind } from '../cases/kind.ts';
import { countOf, meanOf, type Sample, shareOf } from '../cases/sample.ts';
import type { Figures, Resolution } from '../report.ts';
import { isDurable, isMatured } from './is-durable.ts';

/** How many issues were solved: for sure, and at most. */
export function resolutionOf(sample: Sample): Resolution {
  const confirmed = shareOf(sample, 'inScope', isConfirmed);
  const high = shareOf(sample, 'inScope', ({ state }) => isResolved(state));
  const assumedShare = shareOf(sample, 'inScope', isAssumed);
  const audit = shareOf(sample, 'audited', ({ judgedAssumed }) => judgedAssumed === true);
  const audited = pointOf(sample, assumedShare, audit);
  return {
    low: shareIn(confirmed),
    high: shareIn(high),
    point: audited?.value ?? null,
    pointInterval: audited && { low: audited.low, high: audited.high },
    confirmed,
    assumedShare,
    audit,
    falseRejections: shareOf(sample, 'rejectionReviewed', ({ judgedRejected }) => judgedRejected === false),
    ofEngaged: {
      confirmed: shareOf(sample, 'closed', isConfirmed),
      high: shareOf(sample, 'closed', ({ state }) => isResolved(state)),
    },
  };
}

/** What lasted, of the final cases in scope whose customer would be recognised when they come back; coverage: how many of the final ones that is. */
export function durableOf(sample: Sample): Figures['durable'] {
  const final = countOf(sample, (kind) => isInScope(kind) && kind.final);
  const seen = countOf(sample, (kind) => isInScope(kind) && isMatured(kind));
  return {
    rate: shareOf(sample, 'maturedInScope', isDurable),
    coverage: final === 0 ? null : rounded(seen / final),
  };
}

function isAssumed({ state }: Kind): boolean {
  return state === 'resolved_assumed';
}

type Point = { readonly value: number; readonly low: number; readonly high: number };

/**
 * What is sure, and of what is assumed the share that reviewers found to be solved: the mean over cases that count as 1 or as that share. Its interval adds in
 * squares how well this mean is known and how well the reviewed share is (Newcombe, Statistics in Medicine 17 (1998) 873, method 10, for a sum).
 */
function pointOf(sample: Sample, assumed: Rate, audit: Rate): Point | null {
  if (assumed.kind !== 'rate' || audit.kind !== 'rate') return null;
  const mean = meanOf(sample, 'inScope', (kind) => (isAssumed(kind) ? audit.value : Number(isConfirmed(kind))));
  if (mean.kind !== 'rate') return null;
  const { value } = mean;
  const below = Math.hypot(value - mean.low, assumed.value * (audit.value - audit.low));
  const above = Math.hypot(mean.high - value, assumed.value * (audit.high - audit.value));
  return { value: rounded(value), low: rounded(Math.max(0, value - below)), high: rounded(Math.min(1, value + above)) };
}

function isConfirmed({ state }: Kind): boolean {
  return isResolved(state) && state !== 'resolved_assumed';
}

function shareIn(rate: Rate): number | null {
  return rate.kind === 'rate' ? rate.value : null;
}
