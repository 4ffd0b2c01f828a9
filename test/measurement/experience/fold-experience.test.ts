import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { foldConversation, readConversation, startConversation } from '../../../src/measurement/fold-conversation.ts';
import { type Beat, begins, enters, maturity, opens, reaches, replies, says, step, tell } from '../story.ts';

const at = step('on.survey', 'ask', 4);
const scale = ['1', '2', '3', '4', '5'];
const eligible: Draft = {
  type: 'survey.eligible',
  actor: 'system',
  data: { case: 'c1/1', why: 'drawn', rate: 1, share: 0.4, items: ['csat'], reachable: true },
};
const asks: readonly Draft[] = [
  enters('on.survey', { by: 'system', intent: null }),
  { type: 'survey.asked', actor: 'bot', data: { at, item: 'csat', scale } },
  {
    type: 'bot.said',
    actor: 'bot',
    data: { at, choices: 5, expectsInput: true, survey: { item: 'csat', scale } },
    words: { text: 'How satisfied were you?' },
  },
  {
    type: 'question.asked',
    actor: 'bot',
    data: { at, kind: 'survey', slot: null, attempt: 1, reason: 'first' },
  },
];
const answers = (turn: number, value: string): readonly Draft[] => [
  {
    type: 'customer.said',
    actor: 'customer',
    data: { input: `m${turn}`, via: 'choice', turn, characters: 1, survey: true },
  },
  { type: 'question.closed', actor: 'customer', data: { at, how: 'answered' } },
  { type: 'survey.answered', actor: 'customer', data: { at, item: 'csat', value } },
  { type: 'dialog.left', actor: 'bot', data: { dialog: 'on.survey', how: 'finished' } },
];

function factsOf(beats: readonly Beat[]): Facts | undefined {
  const fold = foldConversation(published, startConversation, tell(beats));
  return readConversation(published, 'c1', fold)[0];
}

const felt = (value: number): Draft => ({
  type: 'message.felt',
  actor: 'system',
  data: { detector: 'sentiment/v1', language: 'en', value },
});

describe('feeling', () => {
  it('is kept turn by turn, and is null where nothing was measured', () => {
    const facts = factsOf([says(1), opens(), felt(-0.6), replies(), says(2), felt(0.4), replies()]);
    expect(facts?.feeling).toEqual({ turns: 2, mean: -0.1, first: -0.6, last: 0.4, worst: -0.6, negative: 1 });
    expect(factsOf([says(1), opens(), replies()])?.feeling).toBeNull();
  });

  it('is no part of effort or outcome', () => {
    const story = [...begins('refund', { goal: 'refund' }), replies(), reaches('refund', step('refund')), replies()];
    const plain = factsOf([...story, ...maturity()]);
    const angry = factsOf([...story, felt(-1), ...maturity()]);
    expect({ ...angry, feeling: null }).toEqual(plain);
  });
});

describe('a survey', () => {
  const solved = [
    ...begins('refund', { goal: 'refund' }),
    eligible,
    replies(),
    reaches('refund', step('refund')),
    replies(),
  ];

  it('is neither a burden nor evidence nor a reason to think that the customer is back', () => {
    const without = factsOf([...solved, ...maturity()]);
    const asked = factsOf([...solved, 180, ...asks, 5, ...answers(2, '5'), ...maturity()]);
    const late = factsOf([
      ...solved,
      ...maturity().slice(0, 2),
      ...asks,
      5,
      ...answers(2, '1'),
      ...maturity().slice(2),
    ]);
    const measured = (facts: Facts | undefined) => ({
      ...{ effort: facts?.effort, burdens: facts?.burdens, turns: facts?.customerTurns, returns: facts?.returns },
      ...{ state: facts?.outcome.state, resolved: facts?.outcome.resolved, final: facts?.outcome.final },
    });
    for (const one of [asked, late]) expect(measured(one)).toEqual(measured(without));
    expect(measured(without)).toMatchObject({ turns: 1, state: 'resolved_assumed', final: true });
    expect(asked?.survey.items).toEqual([
      { item: 'csat', late: false, shown: true, value: '5', commented: false, place: 4, steps: 5 },
    ]);
  });

  it('counts as shown only once the customer wrote again or the channel says so', () => {
    const mute = factsOf([...solved, ...asks, ...maturity()]);
    expect(mute?.survey).toMatchObject({ eligible: true, drawn: ['csat'], items: [{ shown: false, value: null }] });
    const read: Draft = { type: 'delivery.stated', actor: 'system', data: { state: 'read', said: 1000 } };
    expect(factsOf([...solved, ...asks, read])?.survey.items).toMatchObject([{ shown: true, value: null }]);
  });

  it('has the last answer that was given', () => {
    const facts = factsOf([...solved, ...asks, ...answers(2, '1'), ...answers(3, '4').toSpliced(1, 1)]);
    expect(facts?.survey.items).toMatchObject([{ value: '4', place: 3 }]);
  });
});

describe('promises and expectations', () => {
  const promise = (type: 'promise.kept' | 'promise.broken'): Draft => ({
    type,
    actor: 'system',
    data: { promise: 'p1', what: 'money back' },
  });
  const made: Draft = {
    type: 'promise.made',
    actor: 'bot',
    data: { at: step('refund'), what: 'money back', withinMs: 1000, promise: 'p1' },
  };

  it('counts promises made, kept and broken, each once', () => {
    const kept = promise('promise.kept');
    expect(factsOf([says(1), opens(), made, kept, kept])?.promises).toEqual({ made: 1, kept: 1, broken: 0 });
    expect(factsOf([says(1), opens(), made, promise('promise.broken')])?.promises).toMatchObject({ broken: 1 });
    expect(factsOf([says(1), opens(), made])?.promises).toEqual({ made: 1, kept: 0, broken: 0 });
  });

  it('compares what a dialog says may be expected with what it took, once it came to its end', () => {
    const refund = enters('refund', { expect: { turns: 2, seconds: 60 } });
    const ends = (how: 'finished' | 'cancelled'): Draft => ({
      type: 'dialog.left',
      actor: 'bot',
      data: { dialog: 'refund', how },
    });
    const facts = factsOf([says(1), opens(), refund, replies(), 30, says(2), replies(), 50, says(3), ends('finished')]);
    expect(facts?.expectations).toEqual([{ dialog: 'refund', turns: 2, seconds: 60, tookTurns: 3, tookSeconds: 80 }]);
    expect(factsOf([says(1), opens(), refund, ends('cancelled')])?.expectations).toEqual([]);
  });
});
