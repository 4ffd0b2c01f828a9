import type { Vector } from '../features/create-tally.ts';
import { createVectoriser } from '../features/create-vectoriser.ts';
import { type SparseRows, squaredLengths } from '../features/sparse-rows.ts';
import type { Vocabulary } from '../features/vocabulary.ts';

/** likeness (cosine) above which a background phrase speaks of something the bot is about */
const tooAlike = 0.35;

/**
 * The training texts as rows, and after them those background phrases that are unlike every text; with all their texts.
 *
 * A phrase such as "play some jazz" must not be out of scope for a bot that plays music.
 */
export function vectoriseAll(
  vocabulary: Vocabulary,
  texts: readonly string[],
  background: readonly string[],
): { readonly rows: SparseRows; readonly texts: readonly string[] } {
  const vectorise = createVectoriser(vocabulary);
  const rows = growingRows(vocabulary.rows);
  for (const text of texts) rows.append(vectorise(text));
  const closest = createClosest(rows.finish());
  const unlike = background.filter((phrase) => {
    const vector = vectorise(phrase);
    const isUnlike = closest(vector) <= tooAlike;
    if (isUnlike) rows.append(vector);
    return isUnlike;
  });
  return { rows: rows.finish(), texts: [...texts, ...unlike] };
}

function growingRows(width: number) {
  const starts: number[] = [0];
  const columns: number[] = [];
  const values: number[] = [];
  const append = (vector: Vector) => {
    for (let n = 0; n < vector.count; n++) {
      columns.push(vector.rows[n] ?? 0);
      values.push(vector.values[n] ?? 0);
    }
    starts.push(columns.length);
  };
  const finish = (): SparseRows => ({
    count: starts.length - 1,
    width,
    starts: new Uint32Array(starts),
    columns: new Uint32Array(columns),
    values: new Float32Array(values),
  });
  return { append, finish };
}

/** The likeness of a vector to the row it is most like. */
function createClosest(texts: SparseRows): (vector: Vector) => number {
  const squares = squaredLengths(texts);
  const dense = new Float32Array(texts.width);
  return (vector) => {
    let own = 0;
    for (let n = 0; n < vector.count; n++) {
      dense[vector.rows[n] ?? 0] = vector.values[n] ?? 0;
      own += (vector.values[n] ?? 0) ** 2;
    }
    let best = 0;
    for (let i = 0; i < texts.count; i++) {
      best = Math.max(best, product(texts, i, dense) / Math.sqrt(own * (squares[i] ?? 1)));
    }
    for (let n = 0; n < vector.count; n++) dense[vector.rows[n] ?? 0] = 0;
    return best;
  };
}

function product({ starts, columns, values }: SparseRows, i: number, dense: Float32Array): number {
  let sum = 0;
  const end = starts[i + 1] ?? 0;
  for (let j = starts[i] ?? 0; j < end; j++) sum += (values[j] ?? 0) * (dense[columns[j] ?? 0] ?? 0);
  return sum;
}
