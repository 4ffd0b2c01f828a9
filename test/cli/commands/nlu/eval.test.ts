import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { smallBot } from '../../../intents/small-bot.ts';
import { touchpoint } from '../../serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchpoint-nlu-'));
const path = (name: string) => join(folder, name);
const lines = (rows: readonly object[], end = '\n') => rows.map((row) => JSON.stringify(row)).join(end) + end;

const test = [
  { text: 'where is the parcel I ordered', intent: 'order.status', source: 'mail' },
  { text: 'refund my money', intent: 'refund.request', source: 'chat' },
  { text: 'my password is lost', intent: 'account.password', source: 'chat' },
  { text: 'can I speak to a real human', intent: 'account.password', source: 'mislabelled' },
];
const outside = [
  { text: 'how deep is the ocean', intent: 'whatever' },
  { text: 'zxcv qwer', intent: 'oos' },
];

beforeAll(() => {
  writeFileSync(path('train.jsonl.gz'), gzipSync(lines(smallBot)));
  writeFileSync(path('test.jsonl'), lines(test, '\r\n'));
  writeFileSync(path('oos.jsonl'), lines(outside));
});
afterAll(() => rmSync(folder, { recursive: true }));

const prediction = z.object({
  text: z.string(),
  gold: z.string(),
  intent: z.string().nullable(),
  score: z.number(),
  accepted: z.boolean(),
  micros: z.number().positive(),
  candidates: z.array(z.object({ intent: z.string(), score: z.number() })).max(5),
});

describe('touchpoint nlu eval', () => {
  it('learns packed rows, judges a test set with its out-of-scope texts, and writes every prediction in order', async () => {
    const { code, out } = await touchpoint([
      ...['nlu', 'eval', '--json', '--train', path('train.jsonl.gz'), '--test', path('test.jsonl')],
      ...['--oos-test', path('oos.jsonl'), '--predictions', path('predictions.jsonl')],
    ]);
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      schema: 'nlu-eval/1',
      locale: 'en',
      classifier: 'touchpoint',
      model: { id: expect.stringMatching(/^[0-9a-f]{16}$/), bytes: expect.any(Number), intents: 4 },
      train: { rows: smallBot.length, seconds: expect.any(Number) },
      threshold: { value: expect.any(Number), chosenOn: 'cross-validation' },
      result: { kind: 'test', rows: 6, inScopeRows: 4, oosRows: 2, accuracy: 0.75, oosRecall: 1 },
    });
    expect(told.confusions).toEqual([
      { gold: 'account.password', predicted: 'human.request', count: 1, examples: ['can I speak to a real human'] },
    ]);
    expect(told.intents).toContainEqual(
      expect.objectContaining({ intent: 'account.password', n: 2, precision: 1, recall: 0.5, f1: 2 / 3 }),
    );
    const written = readFileSync(path('predictions.jsonl'), 'utf8').trimEnd().split('\n');
    const rows = written.map((line) => prediction.parse(JSON.parse(line)));
    expect(rows.map(({ text, gold }) => ({ text, gold }))).toEqual([
      ...test.map(({ text, intent }) => ({ text, gold: intent })),
      ...outside.map(({ text }) => ({ text, gold: 'oos' })),
    ]);
    expect(told.learningCurve.map(({ share }: { share: number }) => share)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(told.calibration.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(4);
    const right = rows.filter(({ gold, intent }) => gold === intent).length;
    expect(told.result.accuracy).toBe(right / 4);
  });

  it('chooses the threshold on validation texts where there are some', async () => {
    const args = ['nlu', 'eval', '--json', '--train', path('train.jsonl.gz'), '--test', path('test.jsonl')];
    const { out } = await touchpoint([
      ...args,
      '--validation',
      path('test.jsonl'),
      '--oos-validation',
      path('oos.jsonl'),
    ]);
    expect(JSON.parse(out)).toMatchObject({
      threshold: { chosenOn: 'validation' },
      result: { oosRecall: null, auroc: null },
    });
  });

  it('judges by cross-validation without a test set, and says it in words', async () => {
    const args = ['nlu', 'eval', '--train', path('train.jsonl.gz'), '--html', path('eval.html')];
    const { code, out } = await touchpoint(args);
    expect(code).toBe(0);
    expect(out).toContain("4 intents in 'en', 32 phrases learned");
    expect(out).toContain('cross-validation');
    expect(out).toMatch(/understood, nothing rejected +\d/);
    expect(out).toMatch(/90–100 % +\d+ texts {3}understood/);
    expect(out).toMatch(/phrases an intent[^\n]*\n {2}More/);
    expect(readFileSync(path('eval.html'), 'utf8')).toContain('<h1>How well customers are understood (en)</h1>');
  });

  it('judges the classifier that is named, and knows no others', async () => {
    const args = ['nlu', 'eval', '--train', path('train.jsonl.gz'), '--classifier'];
    const { out } = await touchpoint([...args, 'natural-bayes', '--json', '--test', path('test.jsonl')]);
    expect(JSON.parse(out)).toMatchObject({
      classifier: 'natural-bayes',
      model: { intents: 4 },
      result: { accuracy: 0.75 },
    });
    const misspelt = await touchpoint([...args, 'natural-bayse']);
    expect([misspelt.code, misspelt.err]).toEqual([2, expect.stringContaining("did you mean 'natural-bayes'?")]);
  });

  it('names each malformed row with file and line, and judges nothing', async () => {
    writeFileSync(
      path('bad.jsonl'),
      '{"text":"a","intent":"b"}\r\n\r\n{"text":"a"\n{"text":"c"}\n[1]\n{"text":3,"intent":"x"}',
    );
    const { code, out, err } = await touchpoint(['nlu', 'eval', '--json', '--train', path('bad.jsonl')]);
    expect(code).toBe(1);
    expect(out).toBe('');
    const wrong = err.split('\n').filter((line) => line.includes('bad.jsonl:'));
    expect(wrong.map((line) => line.slice(line.indexOf('bad.jsonl:')))).toEqual([
      'bad.jsonl:3:1 this is not JSON',
      'bad.jsonl:4:1 "intent" must be a text',
      'bad.jsonl:5:1 this is no object',
      'bad.jsonl:6:1 "text" must be a text',
    ]);
    expect(err).toContain('EXAMPLES_INVALID');
  });

  it('says which file cannot be read', async () => {
    const { code, err } = await touchpoint(['nlu', 'eval', '--train', path('none.jsonl')]);
    expect(code).toBe(2);
    expect(err).toContain("none.jsonl' cannot be read");
  });
});

describe('a group of commands', () => {
  it('offers its commands where the second word is missing or misspelt', async () => {
    const alone = await touchpoint(['nlu']);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('use one of: nlu eval')]);
    const misspelt = await touchpoint(['nlu', 'evla']);
    expect([misspelt.code, misspelt.err]).toEqual([2, expect.stringContaining("did you mean 'nlu eval'?")]);
    const help = await touchpoint(['nlu', '--help']);
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('Judges how well customers are understood')]);
  });
});
