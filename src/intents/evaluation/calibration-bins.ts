import { outOfScope } from '../example.ts';
import type { Prediction } from './prediction.ts';

/**
 * Texts in scope whose best score lies from `from` up to `to`.
 *
 * @property score their mean score
 * @property right share (0-1) of them whose best intent is the true one: the same as the score, where scores are true
 */
export type CalibrationBin = {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly score: number;
  readonly right: number;
};

const bins = 10;

/** Ten bins of equal width, from the least sure; those without texts are left out. */
export function calibrationBins(predictions: readonly Prediction[]): readonly CalibrationBin[] {
  const inScope = predictions.filter(({ gold }) => gold !== outOfScope);
  const binned = Map.groupBy(inScope, ({ score }) => Math.min(bins - 1, Math.floor(score * bins)));
  return [...binned]
    .sort(([a], [b]) => a - b)
    .map(([bin, texts]) => ({
      from: bin / bins,
      to: (bin + 1) / bins,
      n: texts.length,
      score: texts.reduce((sum, { score }) => sum + score, 0) / texts.length,
      right: texts.filter(({ gold, intent }) => gold === intent).length / texts.length,
    }));
}
