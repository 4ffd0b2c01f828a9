import type { Vector } from './meaning.ts';

/** Vectors of any text lean the same way, and differ in little else: without what all have in common, scaled to length 1. */
export function centred(vector: Vector, mean: Vector): Vector {
  const moved = vector.map((value, r) => value - (mean[r] ?? 0));
  const length = Math.sqrt(moved.reduce((sum, value) => sum + value * value, 0)) || 1;
  return moved.map((value) => value / length);
}

/** The mean of vectors of one width; empty without any. */
export function meanOf(vectors: readonly Vector[]): Vector {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let r = 0; r < mean.length; r++) mean[r] = (mean[r] ?? 0) + (vector[r] ?? 0);
  return mean.map((sum) => sum / vectors.length);
}
