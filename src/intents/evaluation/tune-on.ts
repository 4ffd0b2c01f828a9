/** Temperature and threshold from labelled texts that were not learned from, where a designer has such. */
import { type Example, outOfScope } from '../example.ts';
import { createAddMeaning } from '../meaning/create-add-meaning.ts';
import type { Meaning } from '../meaning/meaning.ts';
import { calibrate, type HeldOut } from '../model/calibrate.ts';
import { type Right, thresholdFor } from '../model/choose-threshold.ts';
import { type Classify, createClassifier } from '../model/create-classifier.ts';
import { createScorer } from '../model/create-scorer.ts';
import type { LinearModel, Model } from '../model/model.ts';
import { meaningId, modelId } from '../model/model-id.ts';
import { usualLoss } from '../model/train-model.ts';
import { naturalId } from '../natural/train-natural.ts';
import type { Vectors } from './evaluate.ts';

/**
 * The model with temperature and threshold chosen on these rows instead of by cross-validation. The threshold is as high as the loss in scope allows, which
 * rejects as much out of scope as it can: rows out of scope do not move it. Rows of intents that the model does not know are left out.
 *
 * @param vectors of the rows by text, where there is a provider of embeddings
 */
export function tuneOn(model: Model, rows: readonly Example[], vectors?: Vectors): Model {
  const score = createScorer(model);
  const choice = chosenOn(model, rows, {
    logitsOf: (text) => score(text)?.logits,
    classifyWith: (sharpness) => createClassifier({ ...model, sharpness }),
  });
  if (!choice) return model;
  if (model.learner === 'natural-bayes') {
    const tuned = { ...model, ...choice };
    return { ...tuned, id: naturalId(tuned) };
  }
  const tuned = { ...model, ...choice };
  const words = { ...tuned, id: modelId(tuned) };
  return model.meaning && vectors
    ? { ...words, meaning: tunedMeaning(model.meaning, { words, rows, vectors }) }
    : words;
}

type Tuning = { readonly words: LinearModel; readonly rows: readonly Example[]; readonly vectors: Vectors };

function tunedMeaning(meaning: Meaning, { words, rows, vectors }: Tuning): Meaning {
  const score = createScorer(words);
  const add = createAddMeaning(meaning);
  const choice = chosenOn(words, rows, {
    logitsOf(text) {
      const vector = vectors.get(text);
      return vector && add(score(text)?.logits ?? Float64Array.from(words.bias), vector);
    },
    classifyWith(sharpness) {
      const classify = createClassifier({ ...words, meaning: { ...meaning, sharpness } });
      return (text) => classify(text, vectors.get(text));
    },
  });
  const tuned = { ...meaning, ...choice };
  return { ...tuned, id: meaningId(words.id, tuned) };
}

/** @property classifyWith the classifier as it will be, under a sharpness: what it takes off short messages counts for the threshold */
type Judging = {
  logitsOf(text: string): Float64Array | undefined;
  classifyWith(sharpness: number): Classify;
};

/** Temperature and threshold; `undefined` where no row has an intent that the model knows. */
function chosenOn({ classes }: Model, rows: readonly Example[], { logitsOf, classifyWith }: Judging) {
  const known = rows.filter(({ intent, counter }) => !counter && classes.includes(intent));
  if (known.length === 0) return undefined;
  const inScope = known.filter(({ intent }) => intent !== outOfScope);
  const sharpness = calibrate(scored(classes, inScope, logitsOf));
  return { sharpness, threshold: thresholdFor(rightOf(inScope, classifyWith(sharpness)), usualLoss) };
}

/** Each intent weighs the same. */
function rightOf(rows: readonly Example[], classify: Classify): readonly Right[] {
  const byIntent = Map.groupBy(rows, ({ intent }) => intent);
  return rows.flatMap(({ text, intent }) => {
    const [best] = classify(text).candidates;
    const share = 1 / (byIntent.size * (byIntent.get(intent)?.length ?? 1));
    return best?.intent === intent ? [{ score: best.score, share }] : [];
  });
}

function scored(names: readonly string[], rows: readonly Example[], logitsOf: Judging['logitsOf']): HeldOut {
  const classes = names.length;
  const place = new Map(names.map((name, k) => [name, k]));
  const targets = Int32Array.from(rows, ({ intent }) => place.get(intent) ?? 0);
  const logits = new Float32Array(rows.length * classes);
  const sizes = new Float64Array(classes);
  for (const [i, { text }] of rows.entries()) {
    const found = logitsOf(text);
    if (found) logits.set(found, i * classes);
    sizes[targets[i] ?? 0] = (sizes[targets[i] ?? 0] ?? 0) + 1;
  }
  return { logits, rows: [...rows.keys()], targets, classes, sizes };
}
