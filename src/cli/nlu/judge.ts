/** Trains as asked and judges the result: on a test set, or by cross-validation where there is none. */
import { crossValidate } from '../../intents/evaluation/cross-validate.ts';
import { type Evaluation, evaluate, type Vectors } from '../../intents/evaluation/evaluate.ts';
import { type CurvePoint, learningCurve } from '../../intents/evaluation/learning-curve.ts';
import { tuneOn } from '../../intents/evaluation/tune-on.ts';
import type { Example } from '../../intents/example.ts';
import { createClassifier } from '../../intents/model/create-classifier.ts';
import type { ClassifierName, Model } from '../../intents/model/model.ts';
import { trainModel } from '../../intents/model/train-model.ts';

/**
 * @property validation texts on which temperature and threshold are chosen; without them by cross-validation inside `train`
 * @property wantsCurve whether a learning curve is drawn of a large set too, which takes as long as all the rest
 * @property vectors of all texts, where the bot has a provider of embeddings
 * @property test texts to judge on; without them by cross-validation
 */
export type Judging = {
  readonly locale: string;
  readonly classifier: ClassifierName;
  readonly train: readonly Example[];
  readonly validation: readonly Example[];
  readonly test: readonly Example[] | undefined;
  readonly vectors?: Vectors | undefined;
  readonly wantsCurve?: boolean;
};

/**
 * @property seconds the training took, choosing temperature and threshold included
 * @property curve `undefined` where it was left out
 */
export type Judged = Judging & {
  readonly model: Model;
  readonly seconds: number;
  readonly evaluation: Evaluation;
  readonly curve: readonly CurvePoint[] | undefined;
};

/** phrases × intents above which a learning curve takes longer than anybody waits who did not ask for it */
const longWork = 300_000;
/** texts classified beforehand, so that times are those of a running bot */
const warmUp = 2_000;

/** @param now milliseconds since any moment */
export function judge(judging: Judging, now: () => number): Judged {
  const { locale, classifier, train, validation, test, vectors } = judging;
  const training = { locale, classifier, ...(vectors ? { vectors } : {}) };
  const began = now();
  const model = tuneOn(trainModel(train, training), validation, vectors);
  const seconds = (now() - began) / 1_000;
  const classify = createClassifier(model);
  for (const { text } of train.slice(0, warmUp)) classify(text);
  const evaluation = test
    ? evaluate(model, test, { watch: now, vectors })
    : crossValidate(train, { ...training, watch: now });
  const isDrawn = judging.wantsCurve || train.length * model.classes.length <= longWork;
  const curve = isDrawn ? learningCurve({ examples: train, options: training, test }) : undefined;
  return { ...judging, model, seconds, evaluation, curve };
}
