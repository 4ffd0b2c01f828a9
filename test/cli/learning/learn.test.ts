import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learn, trainingsOf } from '../../../src/cli/bot/learning/learn.ts';
import { createModels } from '../../../src/cli/bot/learning/models.ts';
import { trainModel } from '../../../src/intents/model/train-model.ts';
import { readIntents } from '../../../src/intents/read-intents.ts';
import { missingLanguages } from '../../../src/intents/reading/missing-languages.ts';

const english = `intents:
  order.status:
    about: where an order is
    examples: [where is my order, track my order, when will my parcel come, has my order left, order status please]
  hours:
    answer: We are open all day.
    examples: [when are you open, opening hours, are you open on sunday, until when are you open, what are your hours]
entities:
  order_number: { pattern: '\\b\\d{8}\\b' }
  product: { list: { kettle: [water boiler], lamp: [] } }
`;
const german = `intents:
  order.status:
    examples: [wo ist meine Bestellung, Sendung verfolgen, wann kommt mein Paket, ist meine Bestellung schon los, Status der Bestellung]
  hours:
    answer: Wir haben immer geöffnet.
    examples: [wann habt ihr geöffnet, Öffnungszeiten, habt ihr sonntags offen, bis wann ist offen, wann macht ihr auf]
entities:
  product: { list: { kettle: [Wasserkocher], lamp: [Leuchte] } }
`;
const intents = readIntents([
  { path: 'intents/a.de.yaml', text: german },
  { path: 'intents/a.en.yaml', text: english },
]);
const config = { locale: 'en', locales: ['de'], zone: 'UTC' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-learn-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a bot of two languages', () => {
  it('learns each by its own phrases; those of a language it does not speak count to its own', () => {
    const counts = (locales: readonly string[]) =>
      trainingsOf(intents, { locale: 'en', locales: [...locales] }).map(({ locale, examples }) => [
        locale,
        examples.length,
      ]);
    expect(counts(['de'])).toEqual([
      ['en', 10],
      ['de', 10],
    ]);
    expect(counts([])).toEqual([['en', 20]]);
    expect(counts(['de', 'fr'])).toEqual([
      ['en', 10],
      ['de', 10],
    ]);
  });

  it('understands each in its own words and entities, and says when it is another', async () => {
    const understand = await learn(createModels(folder), intents, config);
    const english = { locale: 'en', expectsAnswer: false, isOffered: false };
    const inGerman = understand('wann kommt meine Bestellung 12345678, der Wasserkocher', english);
    expect(inGerman).toMatchObject({ accepted: 'order.status', language: 'de' });
    expect(inGerman.entities.map(({ type, value }) => [type, value])).toEqual([
      ['number', 12_345_678],
      ['order_number', '12345678'],
      ['product', 'kettle'],
    ]);
    const stays = understand('wann kommt meine Bestellung', { ...english, locale: 'de-AT' });
    expect(stays).toMatchObject({ accepted: 'order.status', model: inGerman.model });
    expect(stays.language).toBeUndefined();
    expect(understand('when are you open', { ...english, locale: 'fr' })).toMatchObject({ accepted: 'hours' });
  });

  it('learns by naive Bayes where its configuration says so', async () => {
    const understand = await learn(createModels(undefined), intents, { ...config, classifier: 'natural-bayes' });
    const [english] = trainingsOf(intents, { ...config, classifier: 'natural-bayes' });
    const natural = trainModel(english.examples, { locale: 'en', classifier: 'natural-bayes' });
    const heard = understand('is my order on track', { locale: 'en', expectsAnswer: false, isOffered: false });
    expect(heard).toMatchObject({ model: natural.id, accepted: 'order.status' });
  });

  it('keeps a model of each beside it, and lives without that of a further language', async () => {
    const files = await readdir(folder);
    expect(files).toHaveLength(2);
    const understand = await learn(createModels(folder), intents, config);
    for (const file of files) await writeFile(join(folder, file), 'broken');
    const german = { locale: 'de', expectsAnswer: false, isOffered: false };
    expect(understand('order status please', german)).toMatchObject({ candidates: expect.any(Array) });
  });

  it('is told which intents and answers a language lacks', () => {
    const withoutHours = readIntents([
      {
        path: 'intents/a.de.yaml',
        text: german.replace(/ {2}hours:[\s\S]*(?=entities)/, '').replace('order.status', 'order.other'),
      },
      { path: 'intents/a.en.yaml', text: english },
    ]);
    const found = missingLanguages(withoutHours, { locale: 'en', locales: ['de', 'es'] });
    expect(found.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      "intents/a.en.yaml:2 'order.status' has no phrases in de, es: customers who write in it are not understood",
      "intents/a.en.yaml:5 'hours' has no phrases in de, es: customers who write in it are not understood",
    ]);
    const answerless = readIntents([
      { path: 'intents/a.de.yaml', text: german.replace(/ +answer:.*\n/, '') },
      { path: 'intents/a.en.yaml', text: english },
    ]);
    expect(missingLanguages(answerless, config)).toMatchObject([{ code: 'TRANSLATION_MISSING', line: 5 }]);
  });
});
