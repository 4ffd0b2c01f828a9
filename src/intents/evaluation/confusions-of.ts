import { outOfScope } from '../example.ts';
import type { Prediction } from './prediction.ts';

/**
 * Texts of one intent that were taken for another.
 *
 * @property gold `oos` for texts out of scope that were accepted
 * @property predicted `oos` for texts in scope that share nothing with any training phrase
 * @property examples three at most, the surest mistakes first
 */
export type Confusion = {
  readonly gold: string;
  readonly predicted: string;
  readonly count: number;
  readonly examples: readonly string[];
};

const mostExamples = 3;

/** Every pair that was confused, the commonest first. */
export function confusionsOf(predictions: readonly Prediction[]): readonly Confusion[] {
  const wrong = predictions.filter(isConfused).toSorted((a, b) => b.score - a.score);
  const pairs = Map.groupBy(wrong, ({ gold, intent }) => JSON.stringify([gold, intent ?? outOfScope]));
  return [...pairs.values()]
    .flatMap(([first, ...others]) => (first ? [confusionOf(first, others)] : []))
    .sort((a, b) => b.count - a.count || (a.gold + a.predicted < b.gold + b.predicted ? -1 : 1));
}

function isConfused({ gold, intent, accepted }: Prediction): boolean {
  return gold === outOfScope ? accepted : intent !== gold;
}

function confusionOf(first: Prediction, others: readonly Prediction[]): Confusion {
  const texts = [first, ...others].map(({ text }) => text);
  return {
    gold: first.gold,
    predicted: first.intent ?? outOfScope,
    count: texts.length,
    examples: [...new Set(texts)].slice(0, mostExamples),
  };
}
