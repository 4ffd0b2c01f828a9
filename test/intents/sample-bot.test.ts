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

describe('the intents of the sample bot', () => {
  it('have no problem', () => {
    expect(bot.problems).toEqual([]);
  });

  it('are told apart in cross-validation, with honest probabilities', () => {
    const { scores } = crossValidate(bot.examples, { folds: 5, seed: 1 });
    expect(scores.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(scores.accuracyAtThreshold).toBeGreaterThanOrEqual(0.87);
    expect(scores.ece).toBeLessThan(0.05);
  }, 120_000);

  it('are told from what is no business of a shop', () => {
    const model = trainModel(bot.examples);
    const understand = createUnderstand([{ locale: 'en', phrases: [], entities: bot.entities, model: () => model }]);
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
