import { intentScores } from './intent-scores.ts';
import type { Prediction } from './prediction.ts';

/** Mean over the true intents of F1 = 2·hits / (predicted + true), nothing rejected; `null` without predictions. */
export function macroF1(predictions: readonly Prediction[]): number | null {
  const scores = intentScores(predictions).filter(({ n }) => n > 0);
  return scores.length === 0 ? null : scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
