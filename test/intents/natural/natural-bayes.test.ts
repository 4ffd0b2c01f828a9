import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/intents/evaluation/evaluate.ts';
import { tuneOn } from '../../../src/intents/evaluation/tune-on.ts';
import type { Example } from '../../../src/intents/example.ts';
import { createClassifier } from '../../../src/intents/model/create-classifier.ts';
import type { Model } from '../../../src/intents/model/model.ts';
import { trainModel, trainTogether } from '../../../src/intents/model/train-model.ts';
import { smallBot } from '../small-bot.ts';

const natural = { classifier: 'natural-bayes', locale: 'en' } as const;
const model = trainModel(smallBot, natural);
const classify = createClassifier(model);

describe('naive Bayes of natural', () => {
  it('is trained where it is chosen, as plain data, to the same model in every thread', async () => {
    expect(model.learner).toBe('natural-bayes');
    const other: Model = structuredClone(
      await trainTogether(smallBot, natural, () => Promise.reject(new Error('it asked for help'))),
    );
    expect(other).toEqual(model);
    expect(createClassifier(other)('refund please')).toEqual(classify('refund please'));
    expect(trainModel(smallBot.slice(1), natural).id).not.toBe(model.id);
  });

  it('understands in other words, with a threshold of its own', () => {
    expect(classify('pls refund the money').accepted).toBe('refund.request');
    expect(classify('WHERE is my parcel?').accepted).toBe('order.status');
    expect(model.threshold).toBeGreaterThanOrEqual(0.2);
    expect(model.threshold).toBeLessThanOrEqual(0.7);
    expect(evaluate(model, smallBot).scores.accuracy).toBeGreaterThan(0.9);
  });

  it('shares out at most one, and never names what is out of scope', () => {
    const outside = ['who won the match', 'who wrote this play'].map((text) => ({ text, intent: 'oos' }));
    const taught = createClassifier(trainModel([...smallBot, ...outside], natural))('who won');
    expect(taught.candidates.map(({ intent }) => intent)).not.toContain('oos');
    expect(taught.accepted).toBeNull();
    expect(taught.candidates.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it.each(['', '🙂', '\u0000\u001b', 'zxcv qwer', 'constructor __proto__', '8472 1138'])('says nothing of %j', (text) =>
    expect(classify(text).candidates).toEqual([]),
  );

  it('answers 100,000 characters, and says nothing of a text too unlikely for a number', () => {
    expect(classify('where is my order '.repeat(6_000)).accepted).toBe('order.status');
    const words = (letter: string) => Array.from({ length: 350 }, (_, n) => `${letter}${n}`).join(' ');
    const long = Array.from({ length: 40 }, (_, n) => ({ text: words('ab'[n % 2] ?? ''), intent: 'ab'[n % 2] ?? '' }));
    const use = createClassifier(trainModel(long, natural));
    expect(use('a7 a8').accepted).toBe('a');
    expect(use(`${words('a')} ${words('b')}`).candidates).toEqual([]);
  });

  it('takes names that JavaScript has for its own as intents and words like others', () => {
    const phrases = ['constructor', '__proto__', 'toString'].flatMap((intent): readonly Example[] => [
      { text: `${intent} one of them`, intent },
      { text: `the ${intent} here`, intent },
    ]);
    expect(createClassifier(trainModel(phrases, natural))('a constructor').candidates[0]?.intent).toBe('constructor');
  });

  it('learns nothing from nothing, and leaves counter-examples out', () => {
    expect(createClassifier(trainModel([], natural))('hello').candidates).toEqual([]);
    expect(createClassifier(trainModel([{ text: '🙂', intent: 'smile' }], natural))('hello').candidates).toEqual([]);
    const counter: Example = { text: 'what are refunds like', intent: 'refund.request', counter: true };
    expect(trainModel([...smallBot, counter], natural).id).toBe(model.id);
  });

  it('stems words of other languages by their own rules', () => {
    const german = ['wo sind meine Pakete', 'wann kommen die Pakete'].map((text) => ({ text, intent: 'status' }));
    const others = ['ich will mein Geld', 'Geld zurück bitte'].map((text) => ({ text, intent: 'refund' }));
    const learned = trainModel([...german, ...others], { classifier: 'natural-bayes', locale: 'de' });
    expect(createClassifier(learned)('das Paket').candidates[0]?.intent).toBe('status');
  });

  it('takes temperature and threshold from labelled texts where there are some', () => {
    const tuned = tuneOn(model, smallBot.slice(0, 20));
    expect(tuned.id).not.toBe(model.id);
    expect(createClassifier(tuned)('refund please').model).toBe(tuned.id);
  });
});
