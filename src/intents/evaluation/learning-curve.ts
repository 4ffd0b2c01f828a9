import { type Example, outOfScope } from '../example.ts';
import { type TrainOptions, trainModel } from '../model/train-model.ts';
import { foldOf } from '../training/fold-of.ts';
import { randomUnit, shuffle } from '../training/random-unit.ts';
import { evaluate } from './evaluate.ts';

/**
 * How well texts are understood after a share of the phrases was learned.
 *
 * @property share of the phrases of each intent, 0-1
 * @property phrases learned from, on average an intent
 * @property n texts in scope that were judged
 * @property right share (0-1) of them, nothing rejected
 */
export type CurvePoint = {
  readonly share: number;
  readonly phrases: number;
  readonly n: number;
  readonly right: number;
};

export type Learning = {
  readonly examples: readonly Example[];
  readonly options: TrainOptions;
  /** texts to judge on; `undefined`: folds of the examples, each by models that never saw it */
  readonly test: readonly Example[] | undefined;
};

const shares = [0.25, 0.5, 0.75, 1];
const folds = 5;
/** of more phrases two folds are judged, which is enough to see where a curve goes */
const mostInFull = 1_000;

/** From the smallest share on; every point is judged on the same texts. Empty where nothing can be judged. */
export function learningCurve({ examples, options, test }: Learning): readonly CurvePoint[] {
  const parts = test ? [{ learned: examples, judged: test }] : foldsOf(examples, options.seed ?? 1);
  return shares.flatMap((share) => {
    const points = parts.map((part) => pointAt(part, share, options));
    const n = points.reduce((sum, point) => sum + point.n, 0);
    const hits = points.reduce((sum, point) => sum + point.hits, 0);
    const phrases = points.reduce((sum, point) => sum + point.phrases, 0) / points.length;
    return n === 0 ? [] : [{ share, phrases, n, right: hits / n }];
  });
}

type Part = { readonly learned: readonly Example[]; readonly judged: readonly Example[] };

function foldsOf(examples: readonly Example[], seed: number): readonly Part[] {
  const names = [...new Set(examples.map(({ intent }) => intent))];
  const targets = Int32Array.from(examples, ({ intent, counter }) => (counter ? -1 : names.indexOf(intent)));
  const dealt = foldOf(targets, { folds, seed });
  return Array.from({ length: examples.length > mostInFull ? 2 : folds }, (_, fold) => ({
    learned: examples.filter((_, i) => dealt[i] !== fold),
    judged: examples.filter((_, i) => dealt[i] === fold),
  }));
}

function pointAt({ learned, judged }: Part, share: number, options: TrainOptions) {
  const chosen = shareOf(learned, share, options.seed ?? 1);
  const inScope = judged.filter(({ intent, counter }) => intent !== outOfScope && !counter);
  const { predictions } = evaluate(trainModel(chosen, options), inScope, { vectors: options.vectors });
  const taught = chosen.filter(({ intent, counter }) => intent !== outOfScope && !counter);
  const intents = new Set(taught.map(({ intent }) => intent)).size;
  return {
    n: predictions.length,
    hits: predictions.filter(({ gold, intent }) => gold === intent).length,
    phrases: intents === 0 ? 0 : taught.length / intents,
  };
}

/** A share of the phrases of each intent, one at least, drawn by the seed. */
function shareOf(examples: readonly Example[], share: number, seed: number): readonly Example[] {
  if (share === 1) return examples;
  const order = Uint32Array.from(examples.keys());
  shuffle(order, randomUnit(seed));
  const shuffled = [...order].flatMap((i) => examples[i] ?? []);
  const byIntent = Map.groupBy(shuffled, ({ intent }) => intent);
  return [...byIntent.values()].flatMap((phrases) => phrases.slice(0, Math.ceil(share * phrases.length)));
}
