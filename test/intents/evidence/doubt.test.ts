import { describe, expect, it } from 'vitest';
import { doubt } from '../../../src/intents/evidence/doubt.ts';
import type { Example } from '../../../src/intents/example.ts';
import { createClassifier } from '../../../src/intents/model/create-classifier.ts';
import { trainModel } from '../../../src/intents/model/train-model.ts';
import { tokenise } from '../../../src/intents/words/tokenise.ts';
import { smallBot } from '../small-bot.ts';

const classify = createClassifier(trainModel(smallBot));

/** Words that stand in phrases of several intents, in none of them mostly, and that nobody has said alone. */
function tellingNothing(examples: readonly Example[]): readonly string[] {
  const intents = new Map<string, string[]>();
  for (const { text, intent } of examples) {
    for (const word of new Set(tokenise(text, 'en'))) intents.set(word, [...(intents.get(word) ?? []), intent]);
  }
  return [...intents].flatMap(([word, found]) => {
    const most = Math.max(...new Set(found.map((one) => found.filter((other) => other === one).length)));
    return found.length >= 3 && most * 2 <= found.length && /\w/.test(word) ? [word] : [];
  });
}

describe('a message of a word or two', () => {
  it('is not understood where the word is said of several things', () => {
    const words = tellingNothing(smallBot);
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((word) => classify(word).accepted !== null)).toEqual([]);
  });

  it.each([
    ['refund', 'refund.request'],
    ['password', 'account.password'],
    ['agent', 'human.request'],
  ])('is understood where %s is said of one thing', (text, intent) => {
    expect(classify(text).accepted).toBe(intent);
  });

  it('is understood where a training phrase is just that, whatever its words mean elsewhere', () => {
    const taught = createClassifier(trainModel([...smallBot, { text: 'my order', intent: 'order.status' }]));
    expect(taught('my order').accepted).toBe('order.status');
    expect(taught('My order!').accepted).toBe('order.status');
  });

  it('means what it was taught for by itself, although the word stands in many phrases of another intent', () => {
    const things = ['order', 'purchase', 'chair', 'delivery', 'kettle', 'lamp', 'both orders', 'the order I placed'];
    const ways = ['cancel', 'please cancel', 'I have to cancel', 'can I still cancel'];
    const orders = things.flatMap((thing) => ways.map((way) => ({ text: `${way} ${thing}`, intent: 'order.cancel' })));
    const stops = ['stop', 'never mind', 'leave it', 'forget it', 'cancel'].map((text) => ({
      text,
      intent: 'flow.stop',
    }));
    const taught = createClassifier(trainModel([...smallBot, ...orders, ...stops]));
    expect(taught('cancel').accepted).toBe('flow.stop');
    expect(taught('please cancel the chair').accepted).toBe('order.cancel');
  });

  it('is never surer than the same word in a sentence of its intent', () => {
    const score = (text: string) => classify(text).candidates[0]?.score ?? 0;
    expect(score('order')).toBeLessThan(score('where is my order'));
  });
});

describe('doubt', () => {
  const lowered = (weighed: readonly number[], outside = -1) => {
    const probabilities = Float64Array.of(0.9, 0.05, 0.05);
    doubt(probabilities, Float64Array.from(weighed), outside);
    return [...probabilities].map((one) => Number(one.toFixed(3)));
  };

  it('leaves a score alone that its words deserve', () => {
    expect(lowered([0.8, 0.1, 0])).toEqual([0.9, 0.05, 0.05]);
  });

  it('gives what it takes to the intents the words speak for, but never more than the best has', () => {
    expect(lowered([0.4, 0.3, 0.1])).toEqual([0.45, 0.388, 0.163]);
    expect(lowered([0.2, 0.9, 0])).toEqual([0.225, 0.225, 0.05]);
  });

  it('gives nothing to what is no intent', () => {
    expect(lowered([0.4, 0.3, 0.1], 1)).toEqual([0.45, 0.05, 0.45]);
  });
});
