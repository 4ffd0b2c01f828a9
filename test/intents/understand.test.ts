import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createUnderstand } from '../../src/intents/create-understand.ts';
import { trainModel } from '../../src/intents/model/train-model.ts';
import { readIntents } from '../../src/intents/read-intents.ts';
import { smallBot } from './small-bot.ts';

describe('understanding a message', () => {
  it('gives intents and entities of the same text', () => {
    const model = trainModel(smallBot);
    const text = "entities:\n  order_number: { pattern: '\\b\\d{8}\\b' }\n";
    const { entities } = readIntents([{ path: 'intents/entities.en.yaml', text }]);
    const understood = createUnderstand([{ locale: 'en', phrases: [], entities, model: () => model }])(
      'Where is my order 12345678?',
    );
    expect(understood).toMatchObject({ model: model.id, threshold: model.threshold, accepted: 'order.status' });
    expect(understood.entities.map(({ type }) => type)).toEqual(['number', 'order_number']);
  });

  it('loads a few files of natural only, prints nothing and reads no .env', () => {
    const script = `
      import { createRequire } from 'node:module';
      await import('./src/intents/words/stemmer-of.ts');
      const loaded = Object.keys(createRequire(process.cwd() + '/x.js').cache);
      if (loaded.length > 8 || loaded.some((file) => /dotenv|mongoose|natural.lib.natural.index/.test(file))) console.log(loaded);`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(printed).toBe('');
  });
});
