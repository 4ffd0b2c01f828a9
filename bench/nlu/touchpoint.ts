import { train } from '../../src/cli/bot/learning/train.ts';
import { tuneOn } from '../../src/intents/evaluation/tune-on.ts';
import { createClassifier } from '../../src/intents/model/create-classifier.ts';
import { type Contestant, predictAll } from './contestant.ts';

/** Touchpoint as a bot uses it: two threads learn; temperature and threshold come from the validation part, or by themselves. */
export const touchpoint: Contestant = {
  name: 'touchpoint',
  mostWork: Number.POSITIVE_INFINITY,
  async run(set) {
    const began = performance.now();
    const model = tuneOn(await train({ examples: set.train, locale: 'en' }), set.validation);
    const seconds = (performance.now() - began) / 1_000;
    const classify = createClassifier(model);
    const predictions = await predictAll(set, async (text) => {
      const { candidates, accepted } = classify(text);
      return { intent: candidates[0]?.intent ?? null, score: candidates[0]?.score ?? 0, accepted: accepted !== null };
    });
    return { seconds, predictions };
  },
};
