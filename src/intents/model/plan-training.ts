/** What is to be learned, before any learner begins: classes, features, and which texts are held out. */
import { countEvidence } from '../evidence/count-evidence.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { type Example, outOfScope } from '../example.ts';
import { buildVocabulary } from '../features/build-vocabulary.ts';
import { mergeColumns, mergeRows } from '../features/merge-columns.ts';
import { fewShotRecipe, fullRecipe } from '../features/recipe.ts';
import type { Vocabulary } from '../features/vocabulary.ts';
import { backgroundPhrases } from '../training/background/background-phrases.ts';
import { foldOf } from '../training/fold-of.ts';
import type { Task } from '../training/linear.ts';
import { vectoriseAll } from '../training/vectorise-all.ts';
import { tokenise } from '../words/tokenise.ts';

/**
 * @property texts those of the rows of the task
 * @property evidence what single words tell of the classes
 * @property foldOf fold of each text; 255: always learned from
 * @property checked how many of the folds are held out, from the first
 * @property size `few` phrases an intent, `many`, or so many phrases and intents (`large`) that softmax over all classes takes too long
 */
export type Plan = {
  readonly classes: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly task: Task;
  readonly texts: readonly string[];
  readonly evidence: Evidence;
  readonly foldOf: Uint8Array;
  readonly checked: number;
  readonly size: 'few' | 'many' | 'large';
};

export type Planning = { readonly locale: string; readonly seed: number };

/** phrases a class, on average, from which the features of many phrases are the better ones */
const manyPhrases = 25;
/** phrases × classes */
const longWork = 300_000;
const folds = 5;
/** of a large set one fold of so many is held out: enough for one temperature and one threshold */
const foldsOfLarge = 15;

/** Phrases without a word are left out; where the language has generic phrases out of scope, they are learned as such. */
export function planTraining(examples: readonly Example[], { locale, seed }: Planning): Plan {
  const usable = examples.filter(({ text }) => tokenise(text, locale).length > 0);
  const background = usable.length === 0 ? [] : backgroundPhrases(locale);
  const classes = classesOf(usable, background.length > 0);
  const isLarge = usable.length * classes.length > longWork;
  const isFew = usable.length < manyPhrases * classes.length && !isLarge;
  const size = isLarge ? 'large' : isFew ? 'few' : 'many';
  const prepared = prepare({ usable, background, classes, locale, isFew });
  const dealt = foldOf(prepared.task.targets, { folds: isLarge ? foldsOfLarge : folds, seed });
  return { classes, ...prepared, foldOf: dealt, checked: isLarge ? 1 : folds, size };
}

function classesOf(examples: readonly Example[], hasBackground: boolean): readonly string[] {
  const intents = new Set(examples.map(({ intent }) => intent));
  intents.delete(outOfScope);
  const needsOutOfScope = hasBackground || examples.some(({ intent }) => intent === outOfScope);
  return [...intents, ...(needsOutOfScope ? [outOfScope] : [])];
}

type Preparing = {
  readonly usable: readonly Example[];
  readonly background: readonly string[];
  readonly classes: readonly string[];
  readonly locale: string;
  readonly isFew: boolean;
};

function prepare({ usable, background, classes, locale, isFew }: Preparing) {
  const texts = usable.map(({ text }) => text);
  const wide = buildVocabulary([...texts, ...background], { locale, recipe: isFew ? fewShotRecipe : fullRecipe });
  const { rows, texts: all } = vectoriseAll(wide, texts, background);
  const merged = mergeColumns(rows);
  const place = new Map(classes.map((name, k) => [name, k]));
  const targets = new Int32Array(rows.count).fill(classes.length - 1);
  for (const [i, { intent, counter }] of usable.entries()) {
    const k = place.get(intent) ?? 0;
    targets[i] = counter ? -1 - k : k;
  }
  const task: Task = { texts: mergeRows(rows, merged), targets, classes: classes.length };
  const vocabulary = { ...wide, ...merged };
  return {
    task,
    texts: all,
    vocabulary,
    evidence: countEvidence(vocabulary, { texts: all, targets, classes: classes.length }),
  };
}
