import { describe, expect, it } from 'vitest';
import { crossValidate } from '../../src/intents/evaluation/cross-validate.ts';
import { evaluate } from '../../src/intents/evaluation/evaluate.ts';
import { createClassifier } from '../../src/intents/model/create-classifier.ts';
import { trainModel } from '../../src/intents/model/train-model.ts';
import { readHeldOut, readSampleIntents } from './sample-phrases.ts';

const { examples } = await readSampleIntents();
const model = trainModel(examples);
const classify = createClassifier(model);

describe('what the sample bot understands', () => {
  it('is right in nine of ten of its own phrases it has not seen (5-fold cross-validation)', {
    timeout: 120_000,
  }, () => {
    const { scores } = crossValidate(examples, { folds: 5 });
    expect(scores.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.9);
  });

  it('is right in nine of ten of the messages kept apart, and refuses most that are out of scope', () => {
    const { scores } = evaluate(model, readHeldOut());
    expect(scores.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(scores.accuracyAtThreshold).toBeGreaterThanOrEqual(0.88);
    expect(scores.oosRecall).toBeGreaterThanOrEqual(0.6);
  });

  it.each([
    ['help', 'flow.help'],
    ['hello', 'greeting'],
    ['hi', 'greeting'],
    ['thanks', 'thanks'],
    ['bye', 'flow.goodbye'],
    ['goodbye', 'flow.goodbye'],
    ['stop', 'flow.cancel'],
    ['quit', 'flow.cancel'],
    ['agent', 'human.request'],
    ['human', 'human.request'],
    ['a person', 'human.request'],
    ['cancel', 'flow.cancel'],
    ['yes', 'chat.more'],
    ['no', 'chat.nothing_else'],
    ['invoice', 'invoice.request'],
    ['password', 'account.password'],
    ['complaint', 'complaint.make'],
    ['damaged', 'goods.damaged'],
  ])('holds for the bare word "%s"', (text, intent) => {
    expect(classify(text).accepted).toBe(intent);
  });
});
