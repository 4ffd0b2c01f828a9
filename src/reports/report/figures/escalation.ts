import type { Estimate } from '../../../measurement/statistics/rate.ts';
import type { Kind } from '../cases/kind.ts';
import { countOf, type Sample, shareOf } from '../cases/sample.ts';
import type { Escalation, Figures } from '../report.ts';
import { isDurable } from './is-durable.ts';

/** Of the customers' wishes for a person, and of handing over unasked. */
export function escalationOf(sample: Sample, secondsToPerson: Estimate): Escalation {
  const asked = countOf(sample, ({ engaged, asked: did }) => engaged && did);
  const askedAndNotGot = countOf(sample, isInVain);
  return {
    asked,
    askedAndGot: asked - askedAndNotGot,
    askedAndNotGot,
    byBot: countOf(sample, ({ engaged, byBot }) => engaged && byBot),
    secondsToPerson,
  };
}

/** `gap`: of the cases whose coming back can be seen, those that no person joined and that were not solved for good. */
export function containmentOf(sample: Sample): Figures['containment'] {
  return {
    rate: shareOf(sample, 'closed', ({ joined }) => !joined),
    askedAndNotGot: countOf(sample, isInVain),
    gap: shareOf(sample, 'matured', (kind) => !kind.joined && !isDurable(kind)),
  };
}

function isInVain({ engaged, asked, joined }: Kind): boolean {
  return engaged && asked && !joined;
}
