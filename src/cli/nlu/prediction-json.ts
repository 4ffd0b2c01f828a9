import type { Prediction } from '../../intents/evaluation/prediction.ts';

/** One row of `--predictions`. */
export function predictionJson({ text, gold, intent, score, accepted, micros, candidates }: Prediction): string {
  return JSON.stringify({ text, gold, intent, score, accepted, micros, candidates });
}
