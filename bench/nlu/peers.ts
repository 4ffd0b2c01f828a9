/** The frameworks that run on one's own machine, as their documentation says to use them. */
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { NlpManager } from 'node-nlp';
import { outOfScope } from '../../src/intents/example.ts';
import { type Contestant, predictAll } from './contestant.ts';

/** Naive Bayes of `natural`; it has no threshold, so that nothing is rejected. */
const naturalBayes: Contestant = {
  name: 'natural-bayes',
  mostWork: 1_000_000,
  async run(set) {
    const began = performance.now();
    const classifier = new BayesClassifier();
    for (const { text, intent } of set.train) classifier.addDocument(text, intent);
    classifier.train();
    const seconds = (performance.now() - began) / 1_000;
    const predictions = await predictAll(set, async (text) => {
      const all = classifier.getClassifications(text);
      const total = all.reduce((sum, { value }) => sum + value, 0);
      const best = all[0];
      return { intent: best?.label ?? null, score: best && total > 0 ? best.value / total : 0, accepted: true };
    });
    return { seconds, predictions };
  },
};

/** NLP.js: a neural net an intent; below its threshold it says `None`. */
const nodeNlp: Contestant = {
  name: 'node-nlp',
  mostWork: 1_000_000,
  async run(set) {
    const manager = new NlpManager({ languages: ['en'], nlu: { log: false }, autoSave: false, forceNER: false });
    for (const { text, intent } of set.train) manager.addDocument('en', text, intent === outOfScope ? 'None' : intent);
    const began = performance.now();
    await manager.train();
    const seconds = (performance.now() - began) / 1_000;
    const predictions = await predictAll(set, async (text) => {
      const { intent: said, classifications } = await manager.process('en', text);
      const best = classifications.find(({ intent }) => intent !== 'None');
      return { intent: best?.intent ?? null, score: best?.score ?? 0, accepted: said !== 'None' };
    });
    return { seconds, predictions };
  },
};

export const peers: readonly Contestant[] = [naturalBayes, nodeNlp];
