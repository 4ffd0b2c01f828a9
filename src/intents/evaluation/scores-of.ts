import { outOfScope } from '../example.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { calibrationError } from './calibration-error.ts';
import { macroF1 } from './macro-f1.ts';
import type { Prediction } from './prediction.ts';

/**
 * How good predictions are, as `nlu eval` prints it. Shares are 0-1, and `null` where there was nothing to measure.
 *
 * @property accuracy of the texts in scope, best intent, nothing rejected
 * @property accuracyAtThreshold the same, a rejected text counting as wrong
 * @property oosRecall rejected share of the texts out of scope
 * @property oosPrecision share of the rejected texts that are out of scope
 * @property auroc chance that a text in scope scores higher than one out of scope
 * @property ece expected calibration error of the texts in scope, 15 bins
 */
export type Scores = {
  readonly rows: number;
  readonly inScopeRows: number;
  readonly oosRows: number;
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  readonly accuracyAtThreshold: number | null;
  readonly oosRecall: number | null;
  readonly oosPrecision: number | null;
  readonly auroc: number | null;
  readonly ece: number | null;
};

export function scoresOf(predictions: readonly Prediction[]): Scores {
  const inScope = predictions.filter(({ gold }) => gold !== outOfScope);
  const outside = predictions.filter(({ gold }) => gold === outOfScope);
  const rejected = predictions.filter(({ accepted }) => !accepted);
  const isRight = ({ intent, gold }: Prediction) => intent === gold;
  return {
    rows: predictions.length,
    inScopeRows: inScope.length,
    oosRows: outside.length,
    accuracy: shareOf(inScope, isRight),
    macroF1: macroF1(inScope),
    accuracyAtThreshold: shareOf(inScope, (prediction) => prediction.accepted && isRight(prediction)),
    oosRecall: shareOf(outside, ({ accepted }) => !accepted),
    oosPrecision: outside.length === 0 ? null : shareOf(rejected, ({ gold }) => gold === outOfScope),
    auroc: areaUnderCurve(
      inScope.map(({ score }) => score),
      outside.map(({ score }) => score),
    ),
    ece: calibrationError(inScope.map((prediction) => ({ score: prediction.score, isRight: isRight(prediction) }))),
  };
}

function shareOf(predictions: readonly Prediction[], holds: (prediction: Prediction) => boolean): number | null {
  return predictions.length === 0 ? null : predictions.filter(holds).length / predictions.length;
}
