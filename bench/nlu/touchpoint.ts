import { serialize } from 'node:v8';
import { train } from '../../src/cli/bot/learning/train.ts';
import { tuneOn } from '../../src/intents/evaluation/tune-on.ts';
import { createClassifier } from '../../src/intents/model/create-classifier.ts';
import type { ClassifierName } from '../../src/intents/model/model.ts';
import { type Contestant, predictAll, timed } from './contestant.ts';

/** Touchpoint as a bot uses it. */
export const touchpoint = asConfigured('touchpoint', Number.POSITIVE_INFINITY);

/**
 * A classifier as a bot gets it that names it in its configuration: threads learn; temperature and threshold come from the validation part, or by themselves.
 *
 * @param mostWork rows × intents above which it takes too long
 */
export function asConfigured(classifier: ClassifierName, mostWork: number): Contestant {
  const run: Contestant['run'] = async (set) => {
    const { made, ...taken } = await timed(() => train({ examples: set.train, locale: 'en', classifier }));
    const model = tuneOn(made, set.validation);
    const classify = createClassifier(model);
    const predictions = await predictAll(set, async (text) => {
      const { candidates, accepted } = classify(text);
      return { intent: candidates[0]?.intent ?? null, score: candidates[0]?.score ?? 0, accepted: accepted !== null };
    });
    return { ...taken, modelBytes: serialize(model).byteLength, predictions };
  };
  return { name: classifier, mostWork, run };
}
