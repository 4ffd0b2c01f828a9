import type { Candidate } from '../../events/understood.ts';

/**
 * What a classifier said of one labelled text.
 *
 * @property intent the best one, `null` where the text shares nothing with any training phrase
 * @property score that of the best intent, 0 where there was none
 * @property candidates best first, five at most
 * @property micros microseconds it took, tokenising included
 */
export type Prediction = {
  readonly text: string;
  readonly gold: string;
  readonly intent: string | null;
  readonly score: number;
  readonly accepted: boolean;
  readonly candidates: readonly Candidate[];
  readonly micros: number;
};
