import type { Event } from '../../events/event.ts';
import { type Context, startContext } from '../case/context.ts';
import { foldContext } from '../case/fold-context.ts';
import type { Measures } from '../constants/measures.ts';
import type { Metric } from '../metric.ts';
import { findBurdens } from './find-burdens.ts';
import { type Effort, receiptOf } from './receipt.ts';
import { standingBurdens } from './standing-burdens.ts';
import { addBurden, type Tally } from './tally.ts';

export type EffortState = { readonly context: Context; readonly tallies: readonly Tally[] };

/**
 * Effort of a case: 0 = effortless, 100 = never reached; unitless.
 *
 * Counts what a customer had to bear, not how long it took. Sentiment and survey answers are left out on purpose: they check this figure.
 * `undefined` when the customer never spoke. Source: measurement §2.
 */
export function effort(measures: Measures): Metric<EffortState, Effort> {
  return {
    id: measures.effort.id,
    version: 1,
    unit: 'effort 0–100',
    source: 'docs/measures/effort.md',
    start: { context: startContext, tallies: [] },
    fold: ({ context, tallies }, event) => ({
      context: foldContext(context, event),
      tallies: foldTallies(measures, { context, tallies }, event),
    }),
    read: ({ context, tallies }) =>
      context.customerTurns === 0 ? undefined : receiptOf(measures, readTallies(measures, { context, tallies })),
  };
}

/** Adds the burdens an event is, seen from the context before it. */
export function foldTallies(measures: Measures, { context, tallies }: EffortState, event: Event): readonly Tally[] {
  return findBurdens(measures, context, event).reduce(addBurden, tallies);
}

/** All burdens of a case as it stands, rounded so that every machine writes the same facts. */
export function readTallies(measures: Measures, { context, tallies }: EffortState): readonly Tally[] {
  const all = standingBurdens(measures, context).reduce(addBurden, tallies);
  return all.map((tally) => ({ ...tally, count: rounded(tally.count), most: rounded(tally.most) }));
}

function rounded(count: number): number {
  return Math.round(count * 1e6) / 1e6;
}
