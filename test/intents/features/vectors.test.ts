import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../../src/intents/features/build-vocabulary.ts';
import { createVectoriser } from '../../../src/intents/features/create-vectoriser.ts';
import { mergeColumns, mergeRows } from '../../../src/intents/features/merge-columns.ts';
import { fewShotRecipe, fullRecipe } from '../../../src/intents/features/recipe.ts';
import { type SparseRows, squaredLengths } from '../../../src/intents/features/sparse-rows.ts';
import { vectoriseAll } from '../../../src/intents/training/vectorise-all.ts';
import { smallBot } from '../small-bot.ts';

const texts = smallBot.map(({ text }) => text);
const wide = buildVocabulary(texts, { locale: 'en', recipe: fewShotRecipe });

function length(vocabulary: typeof wide, text: string): number {
  const { count, values } = createVectoriser(vocabulary)(text);
  return Math.sqrt(values.subarray(0, count).reduce((sum, value) => sum + value * value, 0));
}

function product(rows: SparseRows, a: number, b: number): number {
  const of = (i: number) => {
    const columns = rows.columns.subarray(rows.starts[i], rows.starts[i + 1]);
    return new Map(Array.from(columns, (column, n) => [column, rows.values[(rows.starts[i] ?? 0) + n] ?? 0]));
  };
  const other = of(b);
  return [...of(a)].reduce((sum, [column, value]) => sum + value * (other.get(column) ?? 0), 0);
}

describe('the vector of a text', () => {
  it('comes the nearer to the length of its groups the more known features it has', () => {
    const whole = Math.sqrt(fewShotRecipe.groups.reduce((sum, { weight }) => sum + weight ** 2, 0));
    const [one, some, many] = ['order', 'where is my order', 'can you tell me where my parcel is'].map((text) =>
      length(wide, text),
    );
    expect(one).toBeLessThan(0.9 * whole);
    expect(some).toBeGreaterThan(one ?? 0);
    expect(many).toBeGreaterThan(0.95 * whole);
    expect(many).toBeLessThan(whole);
  });

  it('is shorter the fewer of its features were seen in training', () => {
    const known = length(wide, 'where is my order');
    const half = length(wide, 'where is my xylophone');
    const none = length(wide, 'qqqq xxxx');
    expect(half).toBeLessThan(known);
    expect(half).toBeGreaterThan(none);
    expect(none).toBe(0);
  });

  it('pairs stems whatever their order where the recipe says so', () => {
    const vocabulary = buildVocabulary(['refund my order', 'order my refund'], { locale: 'en', recipe: fullRecipe });
    const pairs = vocabulary.keys[fullRecipe.groups.findIndex(({ kind }) => kind === 'pair')];
    expect(pairs).toHaveLength(3);
  });
});

describe('merging columns', () => {
  const { rows } = vectoriseAll(wide, texts, []);
  const merged = mergeColumns(rows);
  const narrow = mergeRows(rows, merged);

  it('leaves fewer columns and every product of two texts as it was', () => {
    expect(narrow.width).toBeLessThan(rows.width / 2);
    for (let a = 0; a < rows.count; a++) {
      for (let b = 0; b <= a; b++) expect(product(narrow, a, b)).toBeCloseTo(product(rows, a, b), 4);
    }
  });

  it('serves texts outside training the same vector as training saw', () => {
    const vectorise = createVectoriser({ ...wide, ...merged });
    const squares = squaredLengths(narrow);
    for (const [i, text] of texts.entries()) {
      const { count, values } = vectorise(text);
      expect(values.subarray(0, count).reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(squares[i] ?? 0, 4);
    }
  });
});

describe('background phrases', () => {
  it('are left out where a text is like them', () => {
    const background = ['how tall is mount everest', 'I forgot my password again'];
    const vocabulary = buildVocabulary([...texts, ...background], { locale: 'en', recipe: fewShotRecipe });
    const all = vectoriseAll(vocabulary, texts, background);
    expect(all.rows.count).toBe(texts.length + 1);
    expect(all.texts).toEqual([...texts, 'how tall is mount everest']);
  });
});
