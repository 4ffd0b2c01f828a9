import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbed } from '../../../../src/cli/bot/embedding/create-embed.ts';
import { createVectorOf } from '../../../../src/cli/bot/embedding/create-vector-of.ts';
import { learn } from '../../../../src/cli/bot/learning/learn.ts';
import { createModels } from '../../../../src/cli/bot/learning/models.ts';
import { crossValidate } from '../../../../src/intents/evaluation/cross-validate.ts';
import { tuneOn } from '../../../../src/intents/evaluation/tune-on.ts';
import { createClassifier } from '../../../../src/intents/model/create-classifier.ts';
import { trainModel } from '../../../../src/intents/model/train-model.ts';
import { smallBot } from '../../../intents/small-bot.ts';
import { type FakeProvider, type Fault, startProvider } from './provider.ts';

const where = { file: 'intents/a.en.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const examples = smallBot.map((one) => ({ ...one, locale: 'en', where }));
const intents = { examples, entities: [] };
const heard = { locale: 'en', expectsAnswer: false, isOffered: false };
/** no word of it stands in a phrase */
const elsewise = 'reimburse cash';

let folder: string;
let provider: FakeProvider;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-embeddings-'));
  provider = await startProvider();
  environment = { TOUCHPOINT_EMBEDDINGS_KEY: 'a key', TOUCHPOINT_LOG_LEVEL: 'silent' };
});
afterEach(async () => {
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

const settings = () => ({ url: provider.url, model: 'small', timeoutMs: 500 });
const config = () => ({ locale: 'en', locales: [], zone: 'UTC', embeddings: settings() });
const models = () => createModels(join(folder, 'models'), environment);

describe('a bot with a provider of embeddings', () => {
  it('asks nobody where none is configured', async () => {
    const { embeddings: _, ...without } = config();
    const understand = await learn(models(), intents, without);
    expect(understand.vectorOf).toBeUndefined();
    expect(understand(elsewise, heard).accepted).toBeNull();
    expect(provider.asked).toEqual([]);
  });

  it('understands words that stand in no phrase, by a model of another id', async () => {
    const understand = await learn(models(), intents, config());
    const byWords = understand(elsewise, heard);
    expect(byWords.accepted).toBeNull();
    const vector = await understand.vectorOf?.(elsewise);
    const byBoth = understand(elsewise, { ...heard, vector });
    expect(byBoth.accepted).toBe('refund.request');
    expect(byBoth.model).not.toBe(byWords.model);
    const wordsAlone = createClassifier(trainModel(smallBot))('refund please');
    expect(understand('refund please', heard)).toMatchObject({ model: wordsAlone.model, accepted: 'refund.request' });
    expect(provider.asked.at(-1)).toEqual({ texts: [elsewise], model: 'small', key: 'Bearer a key' });
  });

  it('asks for a phrase once, and for new ones only, in parts of a hundred', async () => {
    await learn(models(), intents, config());
    const first = provider.asked.flatMap(({ texts }) => texts);
    expect(new Set(first).size).toBe(first.length);
    expect(first).toEqual(expect.arrayContaining(smallBot.map(({ text }) => text)));
    expect(Math.max(...provider.asked.map(({ texts }) => texts.length))).toBe(100);
    await learn(models(), intents, config());
    expect(provider.asked.flatMap(({ texts }) => texts)).toHaveLength(first.length);
    const more = {
      ...intents,
      examples: [...examples, { text: 'dough back', intent: 'refund.request', locale: 'en', where }],
    };
    await learn(models(), more, config());
    expect(provider.asked.flatMap(({ texts }) => texts).slice(first.length)).toEqual(['dough back']);
  });

  it('learns by words alone from a provider that fails, and asks again at the next start', async () => {
    provider.fault = 'status';
    const understand = await learn(models(), intents, config());
    const vector = await understand.vectorOf?.('refund please');
    expect(vector).toBeUndefined();
    expect(understand('refund please', { ...heard, vector }).accepted).toBe('refund.request');
    expect(await readdir(join(folder, 'models')).catch(() => [])).toEqual([]);
    provider.fault = 'none';
    const next = await learn(models(), intents, config());
    expect(next(elsewise, { ...heard, vector: await next.vectorOf?.(elsewise) }).accepted).toBe('refund.request');
  });

  it('takes a vector of another width for none', async () => {
    const understand = await learn(models(), intents, config());
    const alone = understand('refund please', heard);
    expect(understand('refund please', { ...heard, vector: new Float32Array([1, 2]) })).toEqual(alone);
  });
});

it.each<Fault>(['status', 'hang', 'reset', 'garbage', 'few', 'widths', 'twice'])(
  'a provider that answers with trouble (%s) has given no vectors',
  async (fault) => {
    provider.fault = fault;
    const asked = createEmbed(settings(), undefined)(['refund', 'parcel'], AbortSignal.timeout(200));
    await expect(asked).rejects.toMatchObject({ code: 'EMBEDDINGS_FAILED' });
  },
);

it('vectors come in the order of the texts, however they were given', async () => {
  const embed = createEmbed(settings(), undefined);
  const [money, parcel] = await embed(['money', 'parcel'], AbortSignal.timeout(2_000));
  expect([money?.[0], money?.[1], parcel?.[0], parcel?.[1]]).toEqual([1, 0, 0, 1]);
});

describe('a message that waits for its vector', () => {
  const asking = (timeoutMs: number, now: () => number, warned: string[]) =>
    createVectorOf({
      embed: createEmbed(settings(), undefined),
      timeoutMs,
      now,
      log: { info: () => {}, warn: (_, told) => warned.push(told), error: () => {} },
    });

  it('waits no longer than it may, and for ten seconds none after it waits at all', async () => {
    const warned: string[] = [];
    let now = 0;
    const vectorOf = asking(200, () => now, warned);
    provider.fault = 'hang';
    expect(await vectorOf('where is my parcel')).toBeUndefined();
    expect(warned).toHaveLength(1);
    provider.fault = 'none';
    now = 9_999;
    expect(await vectorOf('where is my parcel')).toBeUndefined();
    expect(provider.asked).toHaveLength(1);
    now = 10_000;
    expect(await vectorOf('where is my parcel')).toHaveLength(12);
    expect(warned).toHaveLength(1);
  });

  it('tells the provider no card number, and asks nothing of silence', async () => {
    const vectorOf = asking(500, () => 0, []);
    await vectorOf('my card is 4111 1111 1111 1111');
    expect(await vectorOf('  ')).toBeUndefined();
    expect(provider.asked.map(({ texts, key }) => [texts, key])).toEqual([
      [['my card is •••• •••• •••• 1111'], undefined],
    ]);
  });
});

describe('a model with vectors', () => {
  it('is judged with them, by cross-validation and on labelled texts', async () => {
    const embed = createEmbed(settings(), undefined);
    const texts = smallBot.map(({ text }) => text);
    const vectors = new Map((await embed(texts, AbortSignal.timeout(5_000))).map((one, n) => [texts[n] ?? '', one]));
    const options = { locale: 'xx', folds: 4 };
    const words = crossValidate(smallBot, options).scores.accuracy ?? 1;
    expect(crossValidate(smallBot, { ...options, vectors }).scores.accuracy).toBeGreaterThan(words);
    const model = trainModel(smallBot, { locale: 'xx', vectors });
    const tuned = tuneOn(model, smallBot, vectors);
    const idOf = (one: typeof model) => createClassifier(one)('refund', vectors.get('refund me now')).model;
    expect(idOf(tuned)).not.toBe(idOf(model));
  });
});
