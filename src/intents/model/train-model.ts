import { type Example, outOfScope } from '../example.ts';
import { buildVocabulary } from '../features/build-vocabulary.ts';
import { mergeColumns, mergeRows } from '../features/merge-columns.ts';
import { fewShotRecipe, fullRecipe } from '../features/recipe.ts';
import { backgroundPhrases } from '../training/background/background-phrases.ts';
import { fitOneVsRest } from '../training/fit-one-vs-rest.ts';
import { fitSoftmax } from '../training/fit-softmax.ts';
import { foldOf } from '../training/fold-of.ts';
import type { Fitted, Task } from '../training/linear.ts';
import { vectoriseAll } from '../training/vectorise-all.ts';
import { tokenise } from '../words/tokenise.ts';
import { calibrate, type HeldOut } from './calibrate.ts';
import { chooseThreshold } from './choose-threshold.ts';
import type { Model } from './model.ts';
import { modelId } from './model-id.ts';

/**
 * @property locale language of the phrases (BCP 47), English when left out
 * @property seed same seed and examples, same model
 * @property acceptedLoss share (0-1) of phrases in scope that may be rejected although understood, for the sake of rejecting what is out of scope
 */
export type TrainOptions = { readonly locale?: string; readonly seed?: number; readonly acceptedLoss?: number };

/** the loss that is accepted where nothing else is said */
export const usualLoss = 0.015;
/** phrases a class, on average, from which one-vs-rest does as well or better, and is faster */
const manyPhrases = 25;
/** phrases × classes above which softmax over all classes takes too long */
const longWork = 300_000;
const folds = 5;
/** held-out phrases that are enough for one temperature and one threshold: of larger sets not every fold is held out */
const enoughHeldOut = 500;

/**
 * Trains a classifier on the examples and, where the language has a list, on generic phrases out of scope. Temperature and threshold come from
 * cross-validation inside the examples. Pure and single-threaded: call it from a worker where other work must go on.
 *
 * @returns a model without classes, which accepts nothing, when no example holds a word
 */
export function trainModel(examples: readonly Example[], options: TrainOptions = {}): Model {
  const { locale = 'en', seed = 1, acceptedLoss = usualLoss } = options;
  const usable = examples.filter(({ text }) => tokenise(text, locale).length > 0);
  const background = usable.length === 0 ? [] : backgroundPhrases(locale);
  const classes = classesOf(usable, background.length > 0);
  const isFew = usable.length < manyPhrases * classes.length && usable.length * classes.length <= longWork;
  const { task, vocabulary } = prepare({ usable, background, classes, locale, isFew });
  const fitted = (isFew ? fitSoftmax : fitOneVsRest)(task, seed);
  const prior = priorOf(task, classes.indexOf(outOfScope));
  const heldOut = holdOut({ task, fitted, prior, seed });
  const sharpness = calibrate(heldOut);
  const threshold = chooseThreshold(heldOut, { sharpness, acceptedLoss, outOfScope: classes.indexOf(outOfScope) });
  const bias = fitted.linear.bias.map((value, k) => value - (prior[k] ?? 0));
  const learner = isFew ? 'softmax' : 'one-vs-rest';
  const content: Omit<Model, 'id'> = {
    learner,
    classes,
    vocabulary,
    weights: fitted.linear.weights,
    bias,
    sharpness,
    threshold,
  };
  return { id: modelId(content), ...content };
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
  const rows = vectoriseAll(wide, texts, background);
  const merged = mergeColumns(rows);
  const place = new Map(classes.map((name, k) => [name, k]));
  const targets = new Int32Array(rows.count).fill(classes.length - 1);
  for (const [i, { intent, counter }] of usable.entries()) {
    const k = place.get(intent) ?? 0;
    targets[i] = counter ? -1 - k : k;
  }
  const task: Task = { texts: mergeRows(rows, merged), targets, classes: classes.length };
  return { task, vocabulary: { ...wide, ...merged } };
}

/**
 * ln of how many times the average intent each class is: taken off the logits, so that an intent is not preferred for having more phrases. With 4 to
 * 40 phrases an intent this was worth 3 to 5 points. For what is out of scope half of it: of real messages it is more than one intent among many.
 */
function priorOf({ targets, classes }: Task, outside: number): Float64Array {
  const sizes = new Float64Array(classes);
  for (const target of targets) if (target >= 0) sizes[target] = (sizes[target] ?? 0) + 1;
  const intents = sizes.filter((_, k) => k !== outside);
  const mean = intents.reduce((sum, size) => sum + size, 0) / intents.length;
  return sizes.map((size, k) => Math.log(Math.max(size, 1) / mean) * (k === outside ? 0.5 : 1));
}

type HoldingOut = { readonly task: Task; readonly fitted: Fitted; readonly prior: Float64Array; readonly seed: number };

function holdOut({ task, fitted, prior, seed }: HoldingOut): HeldOut {
  const { classes, targets } = task;
  const dealt = foldOf(targets, { folds, seed });
  const checked = Math.min(folds, Math.ceil((folds * enoughHeldOut) / Math.max(1, targets.length)));
  const logits = fitted.heldOut(dealt, checked).map((logit, at) => logit - (prior[at % classes] ?? 0));
  const rows = [...dealt.keys()].filter((i) => (dealt[i] ?? checked) < checked);
  const sizes = new Float64Array(classes);
  for (const i of rows) sizes[targets[i] ?? 0] = (sizes[targets[i] ?? 0] ?? 0) + 1;
  return { logits, rows, targets, classes, sizes };
}
