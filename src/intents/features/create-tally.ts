import type { ReadWord } from './create-word-reader.ts';
import { rowShares } from './merge-columns.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A text as the rows of the weight matrix it touches, overwritten by the next text.
 *
 * @property words what it says
 * @property count rows touched, at the front of `rows` and `values`; 0 for a text without a known feature
 */
export type Vector = {
  count: number;
  words: readonly ReadWord[];
  readonly rows: Uint32Array;
  readonly values: Float32Array;
};

/** Adds up the features of one text: `add` each feature of a group, `closeGroup`, and after the last group `finish`. */
export type Tally = {
  /** @param feature -1 for a feature unknown in training */
  readonly add: (feature: number) => void;
  readonly closeGroup: (weight: number) => void;
  readonly finish: () => Vector;
};

/**
 * A feature met tf times weighs (1 + ln tf) · idf. Each group is scaled to its length, features unknown in training included, so that a text of
 * mostly unknown words stays near the origin, far from every intent. So does a text of a word or two, as if part of another word were unknown: alone they
 * tell less than in a phrase.
 */
export function createTally(vocabulary: Vocabulary): Tally {
  const group = groupTally(vocabulary);
  const sums = new Float32Array(vocabulary.rows);
  const vector: Vector = {
    count: 0,
    words: [],
    rows: new Uint32Array(vocabulary.rows),
    values: new Float32Array(vocabulary.rows),
  };
  let touched = 0;
  const addToRow = (row: number, value: number) => {
    const sum = sums[row] ?? 0;
    if (sum === 0) vector.rows[touched++] = row;
    sums[row] = sum + value;
  };
  const finish = () => {
    for (let i = 0; i < touched; i++) {
      const row = vector.rows[i] ?? 0;
      vector.values[i] = sums[row] ?? 0;
      sums[row] = 0;
    }
    vector.count = touched;
    touched = 0;
    return vector;
  };
  return { add: group.add, closeGroup: (weight) => group.close(weight, addToRow), finish };
}

/** Unknown features that every text is taken to have. */
const neverSaid = 0.5;

/** Counts the features of one group, then hands out their scaled values and forgets them. */
function groupTally({ idf, row, rows, unknownIdf }: Vocabulary) {
  const shares = rowShares(row, rows);
  const times = new Uint16Array(idf.length);
  const met = new Uint32Array(idf.length);
  let metCount = 0;
  let unknown = 0;
  const add = (feature: number) => {
    if (feature < 0) {
      unknown++;
      return;
    }
    const before = times[feature] ?? 0;
    if (before === 0) met[metCount++] = feature;
    times[feature] = before + 1;
  };
  const close = (weight: number, addToRow: (row: number, value: number) => void) => {
    let squares = (unknown + neverSaid) * unknownIdf * unknownIdf;
    for (let i = 0; i < metCount; i++) squares += rawValue(met[i] ?? 0) ** 2;
    const scale = weight / Math.sqrt(squares);
    for (let i = 0; i < metCount; i++) {
      const feature = met[i] ?? 0;
      addToRow(row[feature] ?? 0, rawValue(feature) * scale * (shares[feature] ?? 1));
      times[feature] = 0;
    }
    metCount = 0;
    unknown = 0;
  };
  const rawValue = (feature: number) => {
    const n = times[feature] ?? 0;
    return (n === 1 ? 1 : 1 + Math.log(n)) * (idf[feature] ?? 0);
  };
  return { add, close };
}
