/**
 * A metric is a value: what it is called, what it counts, and the fold that computes it. It knows no clock, no words and no store; the same
 * events give the same value for ever.
 */
import type { Event } from '../events/event.ts';

/**
 * @property id name and version, as `effort/v1`; a published version is never changed, a better one gets a new number
 * @property source where the definition stands
 */
export type Metric<State, Value> = {
  readonly id: string;
  readonly version: number;
  readonly unit: string;
  readonly source: string;
  readonly start: State;
  fold(state: State, event: Event): State;
  read(state: State): Value | undefined;
};

/**
 * Folds the events of one case, in the order (time, conversation, sequence).
 *
 * @returns `undefined` when there was nothing to measure: no value, not zero
 */
export function measure<State, Value>(metric: Metric<State, Value>, events: Iterable<Event>): Value | undefined {
  let state = metric.start;
  for (const event of events) state = metric.fold(state, event);
  return metric.read(state);
}
