import type { Prediction } from './prediction.ts';

/** Mean over the true intents of F1 = 2·hits / (predicted + true), nothing rejected; `null` without predictions. */
export function macroF1(predictions: readonly Prediction[]): number | null {
  const counts = new Map<string, { hits: number; gold: number; predicted: number }>();
  const of = (intent: string) => counts.get(intent) ?? { hits: 0, gold: 0, predicted: 0 };
  for (const { gold, intent } of predictions) {
    counts.set(gold, { ...of(gold), gold: of(gold).gold + 1, hits: of(gold).hits + (intent === gold ? 1 : 0) });
    if (intent !== null) counts.set(intent, { ...of(intent), predicted: of(intent).predicted + 1 });
  }
  const scores = [...counts.values()]
    .filter(({ gold }) => gold > 0)
    .map(({ hits, gold, predicted }) => (2 * hits) / (gold + predicted));
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
