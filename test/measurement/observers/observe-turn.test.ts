import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/events/event.ts';
import { detectRephrase, type RephraseInput } from '../../../src/measurement/observers/detect-rephrase.ts';
import { observeTurn } from '../../../src/measurement/observers/observe-turn.ts';
import { recognises, replies, says } from '../story.ts';

const earlier = { turn: 1, text: 'where is my parcel', intent: 'order.status', score: 0.8, settled: false };
const input: RephraseInput = {
  recent: [earlier],
  said: { turn: 2, text: 'I asked where my parcel is', intent: 'order.status', score: 0.7 },
  threshold: 0.5,
  locale: 'en',
  isAnswer: false,
};

describe('rephrase/v2', () => {
  it('recognises the same wish in other words, with its similarity as probability', () => {
    expect(detectRephrase(input)).toMatchObject({ detector: 'rephrase/v2', earlierTurn: 1 });
    expect(detectRephrase({ ...input, said: { ...input.said, text: earlier.text } })?.probability).toBe(1);
  });

  it('recognises it when neither message was understood', () => {
    const unsure = {
      ...input,
      recent: [{ ...earlier, intent: 'a', score: 0.2 }],
      said: { ...input.said, intent: 'b', score: 0.3 },
    };
    expect(detectRephrase(unsure)?.earlierTurn).toBe(1);
  });

  it.each<[string, Partial<RephraseInput>]>([
    ['another wish', { said: { ...input.said, intent: 'refund.request' } }],
    ['something else altogether', { said: { ...input.said, text: 'do you sell green umbrellas too' } }],
    ['fewer than three words', { said: { ...input.said, text: 'my parcel' } }],
    ['an answer to a question', { isAnswer: true }],
    ['what was said four turns ago', { said: { ...input.said, turn: 5 } }],
    ['what was settled since', { recent: [{ ...earlier, settled: true }] }],
    [
      'what was said before a step that succeeded',
      { recent: [earlier, { ...earlier, turn: 2, text: '12345678', settled: true }], said: { ...input.said, turn: 3 } },
    ],
    [
      'an earlier message of fewer than three words',
      { recent: [{ ...earlier, text: 'parcel?' }], said: { ...input.said, text: 'parcel parcel parcel' } },
    ],
    ['no words at all', { said: { ...input.said, text: '🙂 🙂 🙂' } }],
  ])('does not take %s for it', (_name, change) => {
    expect(detectRephrase({ ...input, ...change })).toBeUndefined();
  });

  it('names the most similar earlier turn', () => {
    const recent = [earlier, { ...earlier, turn: 2, text: 'my parcel has not come where is it' }];
    expect(
      detectRephrase({ ...input, recent, said: { ...input.said, turn: 3, text: 'where is my parcel' } })?.earlierTurn,
    ).toBe(1);
  });

  it('compares accents and case alike', () => {
    const said = { ...input.said, text: 'WHERE is my párcel' };
    expect(detectRephrase({ ...input, said })?.probability).toBe(1);
  });
});

describe('observing a turn', () => {
  const observe = (drafts: readonly Draft[]) => observeTurn({ recent: [earlier], locale: 'en', drafts });

  it('counts the words of all messages of the turn; buttons are none', () => {
    const [words] = observe([
      says(2, "I can't find order 12345678"),
      says(2, 'hello, you?'),
      says(2, 'Yes please', 'choice'),
    ]);
    expect(words).toMatchObject({ type: 'message.observed', data: { detector: 'words/v1', words: 7 } });
  });

  it('states a rephrasing as an event', () => {
    const drafts = [says(2, 'but where is my parcel'), recognises('order.status'), replies()];
    expect(observe(drafts)).toContainEqual(
      expect.objectContaining({ type: 'message.rephrased', data: expect.objectContaining({ earlierTurn: 1 }) }),
    );
  });

  it.each<[string, Draft]>([
    [
      'a slot',
      {
        type: 'slot.filled',
        actor: 'customer',
        data: { dialog: 'd', slot: 's', type: 'text', from: 'answer', shared: false, valid: true },
      },
    ],
    [
      'a question',
      {
        type: 'question.closed',
        actor: 'customer',
        data: { at: { dialog: 'd', step: 's', file: 'f', line: 1 }, how: 'answered' },
      },
    ],
  ])('does not take the answer to %s for a rephrasing', (_name, draft) => {
    const drafts = observe([says(2, 'where is my parcel'), recognises('order.status'), draft]);
    expect(drafts.map(({ type }) => type)).not.toContain('message.rephrased');
  });

  it('states how typed words sound, in the language they are in, and nothing where that cannot be measured', () => {
    const felt = (locale: string, text: string, via: 'text' | 'choice' = 'text') =>
      observeTurn({ recent: [], locale, drafts: [says(1, text, via)] }).find(({ type }) => type === 'message.felt');
    expect(felt('en', 'this is terrible')).toMatchObject({ data: { detector: 'sentiment/v1', language: 'en' } });
    expect([felt('fr', 'terrible'), felt('en', 'Terrible', 'choice'), felt('en', '12345678')]).toEqual(
      Array(3).fill(undefined),
    );
    const german = {
      type: 'locale.changed',
      actor: 'customer',
      data: { from: 'en', to: 'de', by: 'message' },
    } as const;
    const drafts = [says(1, 'das ist eine Frechheit'), german];
    expect(observe(drafts).at(-1)).toMatchObject({ type: 'message.felt', data: { language: 'de' } });
  });

  it('leaves out what answers a survey', () => {
    const said = says(2, 'terrible');
    if (said.type === 'customer.said') expect(observe([{ ...said, data: { ...said.data, survey: true } }])).toEqual([]);
  });

  it('has nothing to say where the customer said nothing', () => {
    expect(observe([replies()])).toEqual([]);
  });

  it('takes a long message in no more time than a short one needs', () => {
    expect(observe([says(2, 'parcel '.repeat(200_000))])[0]).toMatchObject({ data: { words: expect.any(Number) } });
  });
});
