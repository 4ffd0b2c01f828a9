import { describe, expect, it } from 'vitest';
import { fewPhrases } from '../../../../src/intents/evaluation/findings/few-phrases.ts';
import { overlapsOf } from '../../../../src/intents/evaluation/findings/overlaps-of.ts';
import { worstOf } from '../../../../src/intents/evaluation/findings/worst-of.ts';
import type { Prediction } from '../../../../src/intents/evaluation/prediction.ts';

describe('phrases that overlap', () => {
  it('say the same words in several intents, in whatever order and form', () => {
    const examples = [
      { text: 'cancel my order', intent: 'order.cancel' },
      { text: 'My orders: cancel!', intent: 'flow.cancel' },
      { text: 'cancel my order, cancel', intent: 'order.cancel' },
      { text: 'cancel orders', intent: 'flow.cancel' },
      { text: '!!', intent: 'a' },
      { text: '??', intent: 'b' },
    ];
    expect(overlapsOf(examples, 'en').map(({ phrases }) => phrases.map(({ intent }) => intent))).toEqual([
      ['order.cancel', 'flow.cancel', 'order.cancel'],
    ]);
  });

  it('are none of counter-examples and of what is out of scope', () => {
    const examples = [
      { text: 'cancel it', intent: 'cancel' },
      { text: 'cancel it', intent: 'refund', counter: true },
      { text: 'cancel it', intent: 'oos' },
    ];
    expect(overlapsOf(examples, 'en')).toEqual([]);
  });
});

describe('intents with too few phrases', () => {
  it('come with the fewest first, and counter-examples count for nothing', () => {
    const phrases = (intent: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({ text: `phrase ${n}`, intent }));
    const counter = { text: 'no', intent: 'one', counter: true };
    const all = [...phrases('four', 4), ...phrases('one', 1), counter, ...phrases('enough', 5), ...phrases('oos', 1)];
    expect(fewPhrases(all)).toEqual([
      { intent: 'one', phrases: 1 },
      { intent: 'four', phrases: 4 },
    ]);
  });
});

describe('the worst sentences', () => {
  it('are accepted mistakes, the surest first, ten at most', () => {
    const said = (gold: string, score: number, accepted = true): Prediction => ({
      text: `${gold} ${score}`,
      gold,
      intent: 'a',
      score,
      accepted,
      candidates: [],
      micros: 1,
    });
    const few = [said('a', 1), said('b', 0.7), said('oos', 0.9), said('b', 0.3, false)];
    expect(worstOf(few).map(({ text }) => text)).toEqual(['oos 0.9', 'b 0.7']);
    expect(worstOf(Array.from({ length: 30 }, () => said('b', 0.8)))).toHaveLength(10);
  });
});
