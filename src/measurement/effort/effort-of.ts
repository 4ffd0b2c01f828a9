import type { Measures } from '../constants/measures.ts';
import { type Effort, receiptOf } from './receipt.ts';
import { addBurden, type Burden } from './tally.ts';

/**
 * Effort of burdens that somebody else found: in the events of another bot, in a test, in a thought experiment. The very formula of `effort/v1`.
 *
 * To feed it: one `Burden` for each that was borne, in order. `turn` is where it stands (any count, shown on the receipt), `count` 1 unless the signal
 * counts otherwise (contracts §9), `step` `null` where there are no dialogs. What is only likely has `probable: true` and its probability as `count`:
 * it counts as such, not at all in `low`, and as 1 in `high`. No burdens: effort 0; whether a customer spoke at all is the caller's to know.
 */
export function effortOf(measures: Measures, burdens: readonly Burden[]): Effort {
  return receiptOf(measures, burdens.reduce(addBurden, []));
}
