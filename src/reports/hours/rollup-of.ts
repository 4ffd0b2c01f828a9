import type { Instant } from '../../events/instant.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { Rollup } from '../../runtime/ports/rollup.ts';
import { keyOf } from '../report/query.ts';
import { cellsOf } from './cells-of.ts';

/** A case belongs to the hour it started in. */
export function rollupOf(measures: Measures, facts: Facts, hourOf: (at: Instant) => Instant): Rollup {
  return {
    hour: hourOf(facts.startedAt),
    touchpoint: keyOf(facts, 'touchpoint'),
    dialog: keyOf(facts, 'dialog'),
    intent: keyOf(facts, 'intent'),
    version: keyOf(facts, 'version'),
    cells: cellsOf(measures, facts),
  };
}
