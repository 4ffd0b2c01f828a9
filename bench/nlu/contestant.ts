import type { Prediction } from '../../src/intents/evaluation/prediction.ts';
import type { DataSet } from './sets.ts';

/**
 * @property seconds training, everything included
 * @property cpuSeconds what it took of processors, all threads together: the same beside other work, and more than `seconds` where two threads learn
 * @property modelBytes size of its file, where it has one
 */
export type Run = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly modelBytes?: number;
  readonly predictions: readonly Prediction[];
};

/** A classifier that is compared: it learns a set's training part and says what its test texts are. */
export type Contestant = {
  readonly name: string;
  /** rows × intents above which it takes longer than anybody waits */
  readonly mostWork: number;
  run(set: DataSet): Promise<Run>;
};

/** What one text was taken for, best intent first, and how sure; `accepted` by whatever the contestant takes for a threshold. */
export type Guess = { readonly intent: string | null; readonly score: number; readonly accepted: boolean };

/** What training takes, by the clock and of processors. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly made: T; readonly seconds: number; readonly cpuSeconds: number }> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const made = await work();
  const { user, system } = process.cpuUsage(used);
  return { made, seconds: (performance.now() - began) / 1_000, cpuSeconds: (user + system) / 1_000_000 };
}

/** Walks over all texts, of which the fastest counts for each: the others were interrupted by other work. */
const rounds = 3;

/** Has every test text guessed alone, timed, after some of them beforehand. */
export async function predictAll(
  set: DataSet,
  guess: (text: string) => Promise<Guess>,
): Promise<readonly Prediction[]> {
  for (const { text } of set.train.slice(0, 200)) await guess(text);
  const fastest = new Float64Array(set.test.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 1; round < rounds; round++) {
    for (const [n, { text }] of set.test.entries()) {
      const began = performance.now();
      await guess(text);
      fastest[n] = Math.min(fastest[n] ?? 0, performance.now() - began);
    }
  }
  const predictions: Prediction[] = [];
  for (const [n, { text, intent: gold }] of set.test.entries()) {
    const began = performance.now();
    const { intent, score, accepted } = await guess(text);
    const micros = Math.min(fastest[n] ?? 0, performance.now() - began) * 1_000;
    const candidates = intent === null ? [] : [{ intent, score }];
    predictions.push({ text, gold, intent, score, accepted, candidates, micros });
  }
  return predictions;
}
