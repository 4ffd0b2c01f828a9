import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import { noData, type Rate, rounded } from '../../../measurement/statistics/rate.ts';
import { isClosed, isInScope, type Kind } from '../cases/kind.ts';
import { countOf, type Sample, shareOf } from '../cases/sample.ts';
import type { Figures, Resolution } from '../report.ts';

/** How many issues were solved: for sure, and at most. */
export function resolutionOf(sample: Sample): Resolution {
  const confirmed = shareOf(sample, isInScope, isConfirmed);
  const high = shareOf(sample, isInScope, ({ state }) => isResolved(state));
  return {
    low: shareIn(confirmed),
    high: shareIn(high),
    point: null,
    confirmed,
    assumedShare: shareOf(sample, isInScope, ({ state }) => state === 'resolved_assumed'),
    audit: noData,
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

function isConfirmed({ state }: Kind): boolean {
  return isResolved(state) && state !== 'resolved_assumed';
}

function shareIn(rate: Rate): number | null {
  return rate.kind === 'rate' ? rate.value : null;
}
