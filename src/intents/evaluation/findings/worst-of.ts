import { outOfScope } from '../../example.ts';
import type { Prediction } from '../prediction.ts';

const mostShown = 10;

/** Sentences that were taken for the wrong intent and accepted as that, the surest mistakes first; ten at most. */
export function worstOf(predictions: readonly Prediction[]): readonly Prediction[] {
  return predictions
    .filter(({ gold, intent, accepted }) => accepted && (gold === outOfScope || gold !== intent))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostShown);
}
