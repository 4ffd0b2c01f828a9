/** Classifiers that run on one's own machine. */
import { NlpManager } from 'node-nlp';
import { outOfScope } from '../../src/intents/example.ts';
import { type Contestant, predictAll, timed } from './contestant.ts';
import { asConfigured } from './touchpoint.ts';

/**
 * Naive Bayes of `natural`, with our words, temperature and threshold: 70.3 % right of BANKING77 with 10 phrases an intent, where with its own words, and nothing
 * rejected, it had 68.9.
 */
const naturalBayes = asConfigured('natural-bayes', 1_000_000);

/** NLP.js, as its documentation says to use it: a neural net an intent; below its threshold it says `None`. */
const nodeNlp: Contestant = {
  name: 'node-nlp',
  mostWork: 1_000_000,
  async run(set) {
    const manager = new NlpManager({ languages: ['en'], nlu: { log: false }, autoSave: false, forceNER: false });
    for (const { text, intent } of set.train) manager.addDocument('en', text, intent === outOfScope ? 'None' : intent);
    const { made: _, ...taken } = await timed(() => manager.train());
    const predictions = await predictAll(set, async (text) => {
      const { intent: said, classifications } = await manager.process('en', text);
      const best = classifications.find(({ intent }) => intent !== 'None');
      return { intent: best?.intent ?? null, score: best?.score ?? 0, accepted: said !== 'None' };
    });
    return { ...taken, predictions };
  },
};

export const peers: readonly Contestant[] = [naturalBayes, nodeNlp];
