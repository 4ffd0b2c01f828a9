import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptModel } from '../../../src/cli/bot/learning/kept-model.ts';
import { createClassifier } from '../../../src/intents/model/create-classifier.ts';

const phrases = {
  hours: ['when are you open', 'what are your opening hours', 'until what time are you open', 'are you open on Sunday'],
  price: ['how much is it', 'what does it cost', 'tell me the price', 'is that expensive'],
};
const examples = Object.entries(phrases).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent })));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-models-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a model is kept, and is the same model when it is read again', async () => {
  const first = await keptModel({ examples, locale: 'en' }, folder);
  expect(await readdir(folder)).toHaveLength(1);
  const second = await keptModel({ examples, locale: 'en' }, folder);
  expect(second).toEqual(first);
  expect(createClassifier(second)('what does this cost').candidates[0]?.intent).toBe('price');
});

it('a model of naive Bayes is kept beside it, and read again', async () => {
  const natural = { examples, locale: 'en', classifier: 'natural-bayes' } as const;
  const first = await keptModel(natural, folder);
  const never = () => Promise.reject(new Error('it was trained again'));
  expect(await keptModel(natural, folder, never)).toEqual(first);
  expect((await keptModel({ examples, locale: 'en' }, folder)).id).not.toBe(first.id);
});

it('other phrases make another model, and only the latest twelve are kept', async () => {
  for (let count = 0; count < 14; count++) {
    await keptModel(
      { examples: [...examples, { text: `phrase number ${count}`, intent: 'price' }], locale: 'en' },
      folder,
    );
  }
  expect(await readdir(folder)).toHaveLength(12);
});

it('a file that is no model costs the training only', async () => {
  const first = await keptModel({ examples, locale: 'en' }, folder);
  const [name = ''] = await readdir(folder);
  await writeFile(join(folder, name), 'not a model');
  expect((await keptModel({ examples, locale: 'en' }, folder)).id).toBe(first.id);
});

it('a folder that cannot be written costs the training only', async () => {
  await writeFile(join(folder, 'file'), '');
  const model = await keptModel({ examples, locale: 'en' }, join(folder, 'file', 'models'));
  expect(model.classes).toContain('price');
});
