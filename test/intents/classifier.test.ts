import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/intents/example.ts';
import { createClassifier } from '../../src/intents/model/create-classifier.ts';
import type { Model } from '../../src/intents/model/model.ts';
import { trainModel, trainTogether } from '../../src/intents/model/train-model.ts';
import { fitDropoutSoftmax } from '../../src/intents/training/fit-dropout-softmax.ts';
import { smallBot } from './small-bot.ts';

const model = trainModel(smallBot);
const classify = createClassifier(model);

describe('a trained classifier', () => {
  it.each([
    ['wheres my parcel??', 'order.status'],
    ['MY ORDER HAS NOT ARRIVED', 'order.status'],
    ['pls refundd my money', 'refund.request'],
    ["I can't remember my passwrod", 'account.password'],
    ['Hello, I’d like to speak with a real human being, thanks', 'human.request'],
    ['agent!!!', 'human.request'],
  ])('understands %s', (text, intent) => {
    expect(classify(text).accepted).toBe(intent);
  });

  it.each(['how deep is the pacific ocean', 'my cat likes tuna', 'zxcv qwer uiop'])('leaves %s alone', (text) => {
    expect(classify(text).accepted).toBeNull();
  });

  it('looks at the first 4,000 characters only', () => {
    const start = 'where is my order '.repeat(223).slice(0, 4_000);
    expect(classify(`${start} I want my money back`.repeat(3))).toEqual(classify(start));
  });

  it('never throws, ranks at most five intents and shares out at most one', () => {
    const words = smallBot.flatMap(({ text }) => text.split(' '));
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(fc.constantFrom(...words)).map((chosen) => chosen.join(' ')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { candidates, accepted, threshold } = classify(text);
        const scores = candidates.map(({ score }) => score);
        expect(candidates.length).toBeLessThanOrEqual(5);
        expect(candidates.map(({ intent }) => intent)).not.toContain('oos');
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(accepted).toBe((scores[0] ?? 0) >= threshold && candidates[0] ? candidates[0].intent : null);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer to the same text, whatever it was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...smallBot.map(({ text }) => text), '', 'zzz', 'refund '.repeat(40))),
        (before) => {
          for (const text of before) classify(text);
          expect(classify('can I get my money back')).toEqual(createClassifier(model)('can I get my money back'));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('training', () => {
  it('gives the same model for the same examples and seed, and another id for other examples', () => {
    expect(trainModel(smallBot).id).toBe(model.id);
    expect(trainModel(smallBot.slice(1)).id).not.toBe(model.id);
    expect(trainModel(smallBot, { acceptedLoss: 0.5 }).id).not.toBe(model.id);
  });

  it('gives the same model where the second learner of a large set runs elsewhere, and has it run there', async () => {
    const words = Array.from({ length: 40 }, (_, n) => `word${n}`);
    const phrases = Array.from(
      { length: 2_600 },
      (_, i): Example => ({
        text: `topic${i % 130} ${words[(i * 7) % 40]} ${words[(i * 13) % 37]}`,
        intent: `i${i % 130}`,
      }),
    );
    let helped = 0;
    const together = await trainTogether(phrases, { locale: 'el' }, (given) => {
      helped++;
      return Promise.resolve(fitDropoutSoftmax(given));
    });
    expect(helped).toBe(1);
    expect(together.id).toBe(trainModel(phrases, { locale: 'el' }).id);
    expect(createClassifier(together)('about topic77 again').candidates[0]?.intent).toBe('i77');
  });

  it('gives plain data that another thread can use', () => {
    const cloned: Model = structuredClone(model);
    expect(createClassifier(cloned)('refund please')).toEqual(classify('refund please'));
  });

  it('takes nothing for an intent when it has learned nothing', () => {
    expect(createClassifier(trainModel([]))('hello').candidates).toEqual([]);
    expect(createClassifier(trainModel([{ text: '🙂', intent: 'smile' }]))('hello').candidates).toEqual([]);
  });

  it('learns an intent of one phrase, alone and beside others', () => {
    const alone = createClassifier(trainModel([{ text: 'cancel my subscription', intent: 'cancel' }]));
    expect(alone('cancel my subscription').accepted).toBe('cancel');
    expect(alone('what is the tallest mountain').accepted).toBeNull();
    const beside = createClassifier(trainModel([...smallBot, { text: 'cancel my subscription', intent: 'cancel' }]));
    expect(beside('please cancel the subscription').candidates[0]?.intent).toBe('cancel');
  });

  it('survives one phrase in two intents, and has them share it', () => {
    const twice = createClassifier(trainModel([...smallBot, { text: 'where is my order', intent: 'refund.request' }]));
    const scores = new Map(twice('where is my order').candidates.map(({ intent, score }) => [intent, score]));
    expect(scores.get('refund.request')).toBeGreaterThan(0.05);
  });

  it('does not prefer an intent for having more phrases', () => {
    const many = smallBot.filter(({ intent }) => intent !== 'human.request' && intent !== 'account.password');
    const padding = Array.from(
      { length: 60 },
      (_, i): Example => ({ text: `order item number ${i}`, intent: 'order.status' }),
    );
    const uneven = createClassifier(trainModel([...many, ...padding]));
    const [best] = uneven('please').candidates;
    expect(best?.intent === 'order.status' ? best.score : 0).toBeLessThan(0.6);
  });

  it('keeps counter-examples away from their intent', () => {
    const phrase = 'how do refunds work';
    const without = createClassifier(trainModel(smallBot));
    const counter = createClassifier(
      trainModel([...smallBot, { text: phrase, intent: 'refund.request', counter: true }]),
    );
    const scoreIn = (candidates: readonly { intent: string; score: number }[]) =>
      candidates.find(({ intent }) => intent === 'refund.request')?.score ?? 0;
    expect(without(phrase).accepted).toBe('refund.request');
    expect(counter(phrase).accepted).not.toBe('refund.request');
    expect(scoreIn(counter(phrase).candidates)).toBeLessThan(0.15);
    expect(counter('How do refunds work?').candidates.map(({ intent }) => intent)).not.toContain('refund.request');
    expect(counter('I want my money back').accepted).toBe('refund.request');
  });

  it('learns from phrases that are said to be out of scope', () => {
    const outside = ['where is my mind', 'where is my friend', 'where is my dog', 'where is my brother'];
    const taught = createClassifier(trainModel([...smallBot, ...outside.map((text) => ({ text, intent: 'oos' }))]));
    expect(classify('where is my brother').accepted).toBe('order.status');
    expect(taught('where is my brother').accepted).toBeNull();
    const best = (answer: ReturnType<typeof taught>) => answer.candidates[0]?.score ?? 0;
    expect(best(taught('where is my sister'))).toBeLessThan(0.8 * best(classify('where is my sister')));
  });

  it('does not take background phrases for out of scope that the bot is about', () => {
    const music = ['play some jazz music', 'play a song', 'put on some music', 'play rock music'];
    const player = createClassifier(
      trainModel([...smallBot, ...music.map((text) => ({ text, intent: 'music.play' }))]),
    );
    expect(player('play some jazz').accepted).toBe('music.play');
  });

  it('trains in a language without stemmer and background phrases', () => {
    const greek: readonly Example[] = ['πού είναι η παραγγελία μου', 'πότε θα έρθει το δέμα', 'κατάσταση παραγγελίας']
      .map((text) => ({ text, intent: 'status' }))
      .concat(
        ['θέλω τα χρήματά μου πίσω', 'επιστροφή χρημάτων', 'θέλω επιστροφή'].map((text) => ({
          text,
          intent: 'refund',
        })),
      );
    const greekModel = trainModel(greek, { locale: 'el' });
    expect(createClassifier(greekModel)('που ειναι το δεμα μου').candidates[0]?.intent).toBe('status');
  });

  it('learns many phrases an intent', () => {
    const nouns = ['order', 'parcel', 'package', 'delivery', 'box'];
    const places = ['today', 'now', 'please', 'at last', 'in town', 'by post', 'on time', 'there', 'again', 'here'];
    const build = (intent: string, openings: readonly string[]) =>
      openings.flatMap((opening) =>
        nouns.flatMap((noun) => places.map((place) => ({ text: `${opening} ${noun} ${place}`, intent }))),
      );
    const large = trainModel([
      ...build('status', ['where is my', 'track the']),
      ...build('cancel', ['cancel my', 'stop the']),
      ...build('return', ['send back my', 'return the']),
    ]);
    const use = createClassifier(large);
    expect(use('could you track my parcel').accepted).toBe('status');
    expect(use('cancel that box please').accepted).toBe('cancel');
    expect(use('who wrote this symphony').accepted).toBeNull();
  });
});
