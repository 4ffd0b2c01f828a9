import { type Example, outOfScope } from '../example.ts';
import { fitMeaning } from '../meaning/fit-meaning.ts';
import type { Vector } from '../meaning/meaning.ts';
import { trainNatural } from '../natural/train-natural.ts';
import { fitDropoutSoftmax, type SecondTask } from '../training/fit-dropout-softmax.ts';
import { fitOneVsRest } from '../training/fit-one-vs-rest.ts';
import { fitSoftmax } from '../training/fit-softmax.ts';
import type { Linear } from '../training/linear.ts';
import { chooseThreshold } from './choose-threshold.ts';
import { type Learned, learnedApart } from './learned.ts';
import type { ClassifierName, LinearModel, Model } from './model.ts';
import { meaningId, modelId } from './model-id.ts';
import { packWeights } from './pack-weights.ts';
import { pickLearner } from './pick-learner.ts';
import { type Plan, planTraining } from './plan-training.ts';

/**
 * @property locale language of the phrases (BCP 47), English when left out
 * @property seed same seed and examples, same model
 * @property acceptedLoss share (0-1) of phrases in scope that may be rejected although understood, for the sake of rejecting what is out of scope
 * @property classifier our own when left out
 * @property vectors of the texts (`textsToLearn`), where the bot has a provider of embeddings; our own classifier only
 */
export type TrainOptions = {
  readonly locale?: string;
  readonly seed?: number;
  readonly acceptedLoss?: number;
  readonly classifier?: ClassifierName;
  readonly vectors?: ReadonlyMap<string, Vector>;
};

/** the loss that is accepted where nothing else is said */
export const usualLoss = 0.0125;
const usualSeed = 1;

/**
 * Trains a classifier on the examples and, where the language has a list, on generic phrases out of scope. Learner, temperature and threshold come from
 * cross-validation inside the examples. Pure and single-threaded: call it from a worker where other work must go on.
 *
 * @returns a model without classes, which accepts nothing, when no example holds a word
 */
export function trainModel(examples: readonly Example[], options: TrainOptions = {}): Model {
  if (options.classifier === 'natural-bayes') return natural(examples, options);
  const plan = planOf(examples, options);
  const first = fitFirst(plan, options);
  return finish(
    plan,
    [first, fitSecond(plan, plan.size === 'large' ? fitDropoutSoftmax(secondOf(plan, options)) : options)],
    options,
  );
}

/**
 * As `trainModel`, and to the same model, but the second learner of a large set runs beside the first.
 *
 * @param helper runs `fitDropoutSoftmax` in another thread
 */
export async function trainTogether(
  examples: readonly Example[],
  options: TrainOptions,
  helper: (fit: SecondTask) => Promise<Linear>,
): Promise<Model> {
  if (options.classifier === 'natural-bayes') return natural(examples, options);
  const plan = planOf(examples, options);
  const second = plan.size === 'large' ? helper(secondOf(plan, options)) : undefined;
  const first = fitFirst(plan, options);
  return finish(plan, [first, fitSecond(plan, (await second) ?? options)], options);
}

function natural(
  examples: readonly Example[],
  { locale = 'en', seed = usualSeed, acceptedLoss = usualLoss }: TrainOptions,
): Model {
  return trainNatural(examples, { locale, seed, acceptedLoss });
}

function planOf(examples: readonly Example[], { locale = 'en', seed = usualSeed }: TrainOptions): Plan {
  return planTraining(examples, { locale, seed });
}

function secondOf({ task, foldOf }: Plan, { seed = usualSeed }: TrainOptions): SecondTask {
  return { task, foldOf, seed };
}

function fitFirst({ task, foldOf, checked }: Plan, { seed = usualSeed }: TrainOptions): Learned {
  const { linear, heldOut } = fitOneVsRest(task, seed);
  return { name: 'one-vs-rest', linear, logits: heldOut(foldOf, checked) };
}

/** Of few phrases softmax over all classes, of a large set what was fitted without the first fold; between them the machines are as good alone. */
function fitSecond({ task, foldOf, checked, size }: Plan, given: Linear | TrainOptions): Learned | undefined {
  if ('weights' in given) return { name: 'softmax', linear: given, logits: learnedApart(given, task, foldOf) };
  if (size === 'many') return undefined;
  const { linear, heldOut } = fitSoftmax(task, given.seed ?? usualSeed);
  return { name: 'softmax', linear, logits: heldOut(foldOf, checked) };
}

function finish(
  plan: Plan,
  learned: readonly [Learned, Learned | undefined],
  { acceptedLoss = usualLoss, seed = usualSeed, vectors }: TrainOptions,
): LinearModel {
  const { classes, vocabulary, evidence } = plan;
  const { learner, linear, sharpness, heldOut, prior } = pickLearner(plan, learned);
  const threshold = chooseThreshold(heldOut, { sharpness, acceptedLoss, outOfScope: classes.indexOf(outOfScope) });
  const bias = linear.bias.map((value, k) => value - (prior[k] ?? 0));
  const content = { learner, classes, vocabulary, evidence, weights: packWeights(linear), bias, sharpness, threshold };
  const words = { id: modelId(content), ...content };
  const meaning = vectors && fitMeaning({ plan, vectors, heldOut, seed, acceptedLoss });
  return meaning ? { ...words, meaning: { id: meaningId(words.id, meaning), ...meaning } } : words;
}
