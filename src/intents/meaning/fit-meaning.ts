/** Learns what vectors tell of the intents, and how much it counts beside the words. */
import { outOfScope } from '../example.ts';
import type { SparseRows } from '../features/sparse-rows.ts';
import { calibrate, type HeldOut, surprise } from '../model/calibrate.ts';
import { chooseThreshold } from '../model/choose-threshold.ts';
import type { Plan } from '../model/plan-training.ts';
import { fitOneVsRest } from '../training/fit-one-vs-rest.ts';
import { fitSoftmax } from '../training/fit-softmax.ts';
import type { Linear } from '../training/linear.ts';
import { centred, meanOf } from './centred.ts';
import type { Meaning, Vector } from './meaning.ts';

/**
 * @property vectors by text
 * @property heldOut logits of the words of phrases that were held out
 */
export type FittingMeaning = {
  readonly plan: Plan;
  readonly vectors: ReadonlyMap<string, Vector>;
  readonly heldOut: HeldOut;
  readonly seed: number;
  readonly acceptedLoss: number;
};

/** How many times the vectors count as much as the words. */
const shares = [0.5, 1, 2, 4];

/**
 * The share, temperature and threshold under which held-out phrases are the least surprise.
 *
 * @returns `undefined` where a text has no vector, or they differ in width
 */
export function fitMeaning({
  plan,
  vectors,
  heldOut,
  seed,
  acceptedLoss,
}: FittingMeaning): Omit<Meaning, 'id'> | undefined {
  const { task, classes, foldOf, checked, size } = plan;
  const own = plan.texts.flatMap((text) => vectors.get(text) ?? []);
  if (own.length < plan.texts.length || own.some(({ length }) => length !== own[0]?.length)) return undefined;
  const mean = meanOf(own);
  const learn = size === 'few' ? fitSoftmax : fitOneVsRest;
  const fitted = learn({ ...task, texts: rowsOf(own.map((vector) => centred(vector, mean))) }, seed);
  const logits = fitted.heldOut(foldOf, checked);
  const tried = shares.map((share) => weighed(heldOut, { logits, share }));
  const best = tried.reduce((least, one) => (one.loss < least.loss ? one : least));
  const threshold = chooseThreshold(best.heldOut, { ...best, acceptedLoss, outOfScope: classes.indexOf(outOfScope) });
  return { mean, linear: scaled(fitted.linear, best.share), sharpness: best.sharpness, threshold };
}

function weighed(words: HeldOut, { logits, share }: { readonly logits: Float32Array; readonly share: number }) {
  const heldOut = { ...words, logits: words.logits.map((logit, at) => logit + share * (logits[at] ?? 0)) };
  const sharpness = calibrate(heldOut);
  return { share, heldOut, sharpness, loss: surprise(heldOut, Math.log(sharpness)) };
}

function scaled({ weights, bias }: Linear, share: number): Linear {
  return { weights: weights.map((weight) => share * weight), bias: bias.map((value) => share * value) };
}

function rowsOf(vectors: readonly Vector[]): SparseRows {
  const width = vectors[0]?.length ?? 0;
  const count = vectors.length;
  const values = new Float32Array(count * width);
  for (const [i, vector] of vectors.entries()) values.set(vector, i * width);
  return {
    count,
    width,
    starts: Uint32Array.from({ length: count + 1 }, (_, i) => i * width),
    columns: Uint32Array.from({ length: count * width }, (_, j) => j % width),
    values,
  };
}
