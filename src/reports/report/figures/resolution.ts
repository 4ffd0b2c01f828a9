import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import { type Rate, rounded } from '../../../measurement/statistics/rate.ts';
import { isClosed, isInScope, type Kind } from '../cases/kind.ts';
import { countOf, type Sample, shareOf } from '../cases/sample.ts';
import type { Figures, Resolution } from '../report.ts';

/** How many issues were solved: for sure, and at most. */
export function resolutionOf(sample: Sample): Resolution {
  const confirmed = shareOf(sample, isInScope, isConfirmed);
  const high = shareOf(sample, isInScope, ({ state }) => isResolved(state));
  const assumedShare = shareOf(sample, isInScope, isAssumed);
  const audit = shareOf(sample, isAudited, ({ judgedAssumed }) => judgedAssumed === true);
  const audited = pointOf(confirmed, assumedShare, audit);
  return {
    low: shareIn(confirmed),
    high: shareIn(high),
    point: audited?.value ?? null,
    pointInterval: audited && { low: audited.low, high: audited.high },
    confirmed,
    assumedShare,
    audit,
    falseRejections: shareOf(sample, isRejectionReviewed, ({ judgedRejected }) => judgedRejected === false),
    ofEngaged: {
      confirmed: shareOf(sample, isClosed, isConfirmed),
      high: shareOf(sample, isClosed, ({ state }) => isResolved(state)),
    },
  };
}

/** What lasted, of the final cases in scope whose customer would be recognised when they come back; coverage: how many of the final ones that is. */
export function durableOf(sample: Sample): Figures['durable'] {
  const final = countOf(sample, (kind) => isInScope(kind) && kind.final);
  const seen = countOf(sample, (kind) => isInScope(kind) && isMatured(kind));
  return {
    rate: shareOf(sample, (kind) => isInScope(kind) && isMatured(kind), isDurable),
    coverage: final === 0 ? null : rounded(seen / final),
  };
}

/** Final, of a customer who would be recognised. */
export function isMatured(kind: Kind): boolean {
  return isClosed(kind) && kind.final && kind.reopened !== null;
}

export function isDurable({ state, reopened }: Kind): boolean {
  return isResolved(state) && reopened === false;
}

function isAssumed({ state }: Kind): boolean {
  return state === 'resolved_assumed';
}

function isAudited(kind: Kind): boolean {
  return isInScope(kind) && isAssumed(kind) && kind.judgedAssumed !== null;
}

function isRejectionReviewed(kind: Kind): boolean {
  return isClosed(kind) && kind.judgedRejected !== null;
}

type Point = { readonly value: number; readonly low: number; readonly high: number };

/**
 * What is sure, and of what is assumed the share that reviewers found to be solved. Its interval adds the distances of both in squares, each share known
 * only so well (Newcombe, Statistics in Medicine 17 (1998) 873, method 10, for a sum).
 */
function pointOf(confirmed: Rate, assumed: Rate, audit: Rate): Point | null {
  if (confirmed.kind !== 'rate' || assumed.kind !== 'rate' || audit.kind !== 'rate') return null;
  const value = confirmed.value + assumed.value * audit.value;
  const below = Math.hypot(confirmed.value - confirmed.low, assumed.value * (audit.value - audit.low));
  const above = Math.hypot(confirmed.high - confirmed.value, assumed.value * (audit.high - audit.value));
  return { value: rounded(value), low: rounded(Math.max(0, value - below)), high: rounded(Math.min(1, value + above)) };
}

function isConfirmed({ state }: Kind): boolean {
  return isResolved(state) && state !== 'resolved_assumed';
}

function shareIn(rate: Rate): number | null {
  return rate.kind === 'rate' ? rate.value : null;
}
