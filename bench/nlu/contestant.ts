import type { Prediction } from '../../src/intents/evaluation/prediction.ts';
import type { DataSet } from './sets.ts';

/** @property seconds training, everything included */
export type Run = { readonly seconds: number; readonly predictions: readonly Prediction[] };

/** A classifier that is compared: it learns a set's training part and says what its test texts are. */
export type Contestant = {
  readonly name: string;
  /** rows × intents above which it takes longer than anybody waits */
  readonly mostWork: number;
  run(set: DataSet): Promise<Run>;
};

/** What one text was taken for, best intent first, and how sure; `accepted` by whatever the contestant takes for a threshold. */
export type Guess = { readonly intent: string | null; readonly score: number; readonly accepted: boolean };

/** Has every test text guessed alone, timed, after some of them beforehand. */
export async function predictAll(
  set: DataSet,
  guess: (text: string) => Promise<Guess>,
): Promise<readonly Prediction[]> {
  for (const { text } of set.train.slice(0, 200)) await guess(text);
  const predictions: Prediction[] = [];
  for (const { text, intent: gold } of set.test) {
    const began = performance.now();
    const { intent, score, accepted } = await guess(text);
    const micros = (performance.now() - began) * 1_000;
    const candidates = intent === null ? [] : [{ intent, score }];
    predictions.push({ text, gold, intent, score, accepted, candidates, micros });
  }
  return predictions;
}
