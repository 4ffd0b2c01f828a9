import type { Vector } from '../features/create-tally.ts';
import { createVectoriser } from '../features/create-vectoriser.ts';
import type { SparseRows } from '../features/sparse-rows.ts';
import type { Vocabulary } from '../features/vocabulary.ts';

/** likeness (cosine) above which a background phrase speaks of something the bot is about */
const tooAlike = 0.35;

/**
 * The training texts as rows, and after them those background phrases that are unlike every text.
 *
 * A phrase such as "play some jazz" must not be out of scope for a bot that plays music.
 */
export function vectoriseAll(vocabulary: Vocabulary, texts: readonly string[], background: readonly string[]): SparseRows {
  const vectorise = createVectoriser(vocabulary);
  const rows = growingRows(vocabulary.rows);
  for (const text of texts) rows.append(vectorise(text));
  for (const phrase of background) {
    const vector = vectorise(phrase);
    if (rows.closest(vector, texts.length) <= tooAlike) rows.append(vector);
  }
  return rows.finish();
}

function growingRows(width: number) {
  const starts: number[] = [0];
  const columns: number[] = [];
  const values: number[] = [];
  const dense = new Float32Array(width);
  const append = ({ count, rows, values: added }: Vector) => {
    for (let n = 0; n < count; n++) {
      columns.push(rows[n] ?? 0);
      values.push(added[n] ?? 0);
    }
    starts.push(columns.length);
  };
  const closest = (vector: Vector, among: number) => {
    for (let n = 0; n < vector.count; n++) dense[vector.rows[n] ?? 0] = vector.values[n] ?? 0;
    let best = 0;
    for (let i = 0; i < among; i++) best = Math.max(best, likeness({ columns, values, dense, from: starts[i] ?? 0, to: starts[i + 1] ?? 0 }));
    for (let n = 0; n < vector.count; n++) dense[vector.rows[n] ?? 0] = 0;
    return best / Math.sqrt(squares(vector.values, 0, vector.count));
  };
  const finish = (): SparseRows => ({
    count: starts.length - 1,
    width,
    starts: Uint32Array.from(starts),
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
  });
  return { append, closest, finish };
}

type Likeness = {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly dense: Float32Array;
  readonly from: number;
  readonly to: number;
};

/** Product of a row with the dense vector, over the row's length. */
function likeness({ columns, values, dense, from, to }: Likeness): number {
  let product = 0;
  for (let j = from; j < to; j++) product += (values[j] ?? 0) * (dense[columns[j] ?? 0] ?? 0);
  return product === 0 ? 0 : product / Math.sqrt(squares(values, from, to));
}

function squares(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let j = from; j < to; j++) sum += (values[j] ?? 0) ** 2;
  return sum;
}
