import type { Prediction } from './prediction.ts';

/**
 * How well one intent is recognised, best intent, nothing rejected.
 *
 * @property n texts that are of this intent
 * @property predicted texts taken for it
 * @property precision share (0-1) of those taken for it that are; `null` where none was
 * @property recall share of its texts that were taken for it; `null` without texts
 * @property f1 2·hits / (n + predicted)
 */
export type IntentScores = {
  readonly intent: string;
  readonly n: number;
  readonly predicted: number;
  readonly hits: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
};

/** The figures of each intent that is the true one of a text, or was taken for it; sorted by name. */
export function intentScores(predictions: readonly Prediction[]): readonly IntentScores[] {
  const counts = new Map<string, { n: number; predicted: number; hits: number }>();
  const of = (intent: string) => {
    const known = counts.get(intent) ?? { n: 0, predicted: 0, hits: 0 };
    counts.set(intent, known);
    return known;
  };
  for (const { gold, intent } of predictions) {
    of(gold).n++;
    if (intent !== null) of(intent).predicted++;
    if (intent === gold) of(gold).hits++;
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([intent, count]) => scoresOfIntent(intent, count));
}

type Count = { readonly n: number; readonly predicted: number; readonly hits: number };

function scoresOfIntent(intent: string, { n, predicted, hits }: Count): IntentScores {
  return {
    intent,
    n,
    predicted,
    hits,
    precision: predicted === 0 ? null : hits / predicted,
    recall: n === 0 ? null : hits / n,
    f1: (2 * hits) / (n + predicted),
  };
}
