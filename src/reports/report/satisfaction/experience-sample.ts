/** What a report keeps of cases for the figures of satisfaction, feeling and experiments. */
import type { Initiated } from '../../../measurement/experience/read-experience.ts';
import type { Opinion } from './opinion.ts';

/** Customers' turns of a case that could be measured, and whether the last sounded worse than the first. */
export type FeltCase = {
  readonly case: string;
  readonly customer: string;
  readonly mean: number;
  readonly negative: boolean;
  readonly worsened: boolean;
};

/** A dialog that came to its end, against what it says may be expected. `null`: it says nothing of it. */
export type ExpectedCase = {
  readonly customer: string;
  readonly turnsMet: boolean | null;
  readonly timeMet: boolean | null;
};

/**
 * A case of a customer who was assigned to experiments.
 *
 * @property durable solved, and not come back with; `null` where that cannot be seen, or not yet
 */
export type ArmCase = {
  readonly case: string;
  readonly customer: string;
  readonly arms: readonly string[];
  readonly triggered: readonly string[];
  readonly durable: boolean | null;
  readonly effort: number | null;
  /** the customer wrote in it */
  readonly contacted: boolean;
};

/** In order of cases, so that the same facts in any order give the same figures. */
export type ExperienceSample = {
  readonly opinions: readonly Opinion[];
  readonly felt: readonly FeltCase[];
  readonly notFelt: number;
  readonly expected: readonly ExpectedCase[];
  readonly armed: readonly ArmCase[];
  /** of all cases, also those in which the customer never wrote */
  readonly initiated: Readonly<Record<Initiated, number>>;
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
};
