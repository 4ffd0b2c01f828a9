import { softmax } from '../training/softmax.ts';

/**
 * Logits of texts from classifiers that have not learned from them.
 *
 * @property logits texts × classes
 * @property rows texts that were held out
 * @property targets class of each text
 */
export type HeldOut = {
  readonly logits: Float32Array;
  readonly rows: readonly number[];
  readonly targets: Int32Array;
  readonly classes: number;
  /** texts of each class, so that every class counts the same */
  readonly sizes: Float64Array;
};

const narrowest = Math.log(0.2);
const widest = Math.log(8);
const steps = 18;

/**
 * The sharpness (1 / temperature) under which held-out texts get the likeliest probabilities, each class weighing the same (Guo et al., "On
 * Calibration of Modern Neural Networks", 2017). Golden-section search between 0.2 and 8.
 *
 * @returns 2, usual for few phrases, when nothing was held out
 */
export function calibrate(heldOut: HeldOut): number {
  if (heldOut.rows.length === 0) return 2;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [narrowest, widest];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [surprise(heldOut, left), surprise(heldOut, right)];
  for (let step = 0; step < steps; step++) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = surprise(heldOut, left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = surprise(heldOut, right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** Sum over the classes of the mean of -ln p(true class), under a sharpness given by its logarithm. */
export function surprise({ logits, rows, targets, classes, sizes }: HeldOut, logSharpness: number): number {
  const sharpness = Math.exp(logSharpness);
  const probabilities = new Float64Array(classes);
  let sum = 0;
  for (const i of rows) {
    probabilities.set(logits.subarray(i * classes, (i + 1) * classes));
    softmax(probabilities, sharpness);
    const target = targets[i] ?? 0;
    sum -= Math.log(Math.max(1e-9, probabilities[target] ?? 0)) / (sizes[target] ?? 1);
  }
  return sum;
}
