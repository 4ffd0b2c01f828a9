/**
 * Weights of a linear classifier in a tenth of the room: of each row only those that matter, in 8 bits. On CLINC150 that cost less than 0.1 points, and
 * it makes scoring faster, since most classes have nothing to say about a feature.
 */
import type { Linear } from '../training/linear.ts';

/**
 * Row r holds the weights `values[n] · scales[r]` of the classes `classes[n]`, for n from `starts[r]` up to `starts[r + 1]`; other weights of the row are 0.
 */
export type PackedWeights = {
  readonly starts: Uint32Array;
  readonly classes: Uint8Array | Uint16Array;
  readonly values: Int8Array;
  readonly scales: Float32Array;
};

/** weights nearer to the middle of their row than this (in logits) are dropped */
const negligible = 0.015;
/** more than this are never kept, so that a model file stays below 5 MB */
const mostKept = 1_000_000;
const steps = 127;

/** Packs the weights. Each row is first moved by its median: what is added to every class alike does not change a probability. */
export function packWeights({ weights, bias }: Linear): PackedWeights {
  const classes = bias.length;
  const rows = weights.length / Math.max(classes, 1);
  const centred = weights.slice();
  const centre = createCentre(classes);
  for (let row = 0; row < rows; row++) centre(centred.subarray(row * classes, (row + 1) * classes));
  const limit = limitOf(centred);
  const kept = countAbove(centred, limit);
  const packed: PackedWeights = {
    starts: new Uint32Array(rows + 1),
    classes: classes > 256 ? new Uint16Array(kept) : new Uint8Array(kept),
    values: new Int8Array(kept),
    scales: new Float32Array(rows),
  };
  let at = 0;
  for (let row = 0; row < rows; row++) {
    at = packRow(centred.subarray(row * classes, (row + 1) * classes), packed, { row, at, limit });
    packed.starts[row + 1] = at;
  }
  return packed;
}

function createCentre(classes: number): (row: Float32Array) => void {
  const sorted = new Float32Array(classes);
  return (row) => {
    sorted.set(row);
    const middle = sorted.sort()[classes >> 1] ?? 0;
    for (let k = 0; k < classes; k++) row[k] = (row[k] ?? 0) - middle;
  };
}

/** The usual limit, or a higher one where too many weights are above it. */
function limitOf(weights: Float32Array): number {
  if (countAbove(weights, negligible) <= mostKept) return negligible;
  const sizes = weights.map(Math.abs).sort();
  return sizes.at(-mostKept) ?? negligible;
}

function countAbove(weights: Float32Array, limit: number): number {
  let count = 0;
  for (let n = 0; n < weights.length; n++) if (Math.abs(weights[n] ?? 0) > limit) count++;
  return count;
}

type Place = { readonly row: number; readonly at: number; readonly limit: number };

/** @returns where the next row begins */
function packRow(weights: Float32Array, packed: PackedWeights, { row, at, limit }: Place): number {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / steps;
  packed.scales[row] = scale;
  let next = at;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k] ?? 0;
    if (Math.abs(weight) <= limit) continue;
    packed.classes[next] = k;
    packed.values[next++] = Math.round(weight / scale);
  }
  return next;
}
