import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createUnderstand } from '../../src/intents/create-understand.ts';
import { crossValidate } from '../../src/intents/evaluation/cross-validate.ts';
import { trainModel } from '../../src/intents/model/train-model.ts';
import { readIntents } from '../../src/intents/read-intents.ts';

const folder = new URL('../../intents/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ path: `intents/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
const bot = readIntents(files);

const english = bot.examples.filter(({ locale }) => locale === 'en');

describe('the intents of the sample bot', () => {
  it('have no problem', () => {
    expect(bot.problems).toEqual([]);
  });

  it('are told apart in cross-validation, with honest probabilities', () => {
    const { scores } = crossValidate(english, { folds: 5, seed: 1 });
    expect(scores.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(scores.accuracyAtThreshold).toBeGreaterThanOrEqual(0.87);
    expect(scores.ece).toBeLessThan(0.05);
  }, 120_000);

  const model = trainModel(english);
  const courtesies = new Set(['greeting', 'thanks']);
  const understand = createUnderstand([
    { locale: 'en', phrases: [], entities: bot.entities, courtesies, model: () => model },
  ]);

  it('are not found in an answer that nobody asked for, nor in a word or two that may mean anything', () => {
    const weak = ['my mail is anna@example.com', 'my name is Peter', 'the', 'my order', 'is it', 'one', 'when', 'blue'];
    expect(weak.filter((text) => understand(text).accepted !== null)).toEqual([]);
  });

  it.each([
    ['cancel it and tell me when I get my money', 2],
    ['where is my order 12345678 and how do I return a rug', 2],
    ['good morning, where is my order', 1],
  ])('are all found in %j', (text, count) => expect(understand(text).intents).toHaveLength(count));

  it('are told from what is no business of a shop', () => {
    const outside = [
      'how do volcanoes form',
      'who was the first king of norway',
      'my knee hurts when I run',
      'sdkfj weoiru',
    ];
    expect(outside.map((text) => understand(text).accepted)).toEqual(outside.map(() => null));
    expect(understand('where is my order 12345678').accepted).toBe('order.status');
  });
});
