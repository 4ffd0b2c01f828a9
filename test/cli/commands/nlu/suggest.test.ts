import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../../../src/storage/open-store.ts';
import { start } from '../../../runtime/harness.ts';
import { touchpoint } from '../../serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchpoint-suggest-'));
const bot = join(folder, 'bot');
const data = join(folder, 'stored.db');

beforeAll(async () => {
  await touchpoint(['init', bot]);
  const store = await openStore(data);
  const talk = await start({ store });
  await talk.open();
  for (const text of ['do you wrap presents', 'can you wrap presents', '#refund']) await talk.say(text);
  await talk.runtime.settle();
  await talk.runtime.stop();
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const suggest = (...args: readonly string[]) => touchpoint(['nlu', 'suggest', '--bot', bot, '--data', data, ...args]);
const intentsFiles = () =>
  readdirSync(join(bot, 'intents')).map((name) => readFileSync(join(bot, 'intents', name), 'utf8'));

it('shows what was not understood, together and counted', async () => {
  const { code, out } = await suggest();
  expect(code).toBe(0);
  expect(out).toContain('2 messages were not understood; 1 different things were said in them.');
  expect(out).toContain('can you wrap presents');
  const told = JSON.parse((await suggest('--json')).out);
  expect(told).toMatchObject({ schema: 'nlu-suggest/1', locale: 'en', messages: 2, suggestions: [{ messages: 2 }] });
});

it('refuses a suggestion or an intent that is not there, and writes nothing', async () => {
  const before = intentsFiles();
  const numbers = await suggest('--accept', '7');
  expect([numbers.code, numbers.err]).toEqual([2, expect.stringContaining("there is no suggestion '7'")]);
  const intents = await suggest('--accept', '1=gift.wrapp');
  expect([intents.code, intents.err]).toEqual([
    2,
    expect.stringContaining("no intents file in 'en' declares 'gift.wrapp'"),
  ]);
  expect(intentsFiles()).toEqual(before);
});

it('writes what is approved behind the phrases of its intent', async () => {
  const before = intentsFiles().join('');
  const intent = /^ {2}([\w.]+):/m.exec(before.slice(before.indexOf('intents:')))?.[1] ?? '';
  const { code, out } = await suggest('--accept', `1=${intent}`);
  expect([code, out]).toEqual([0, expect.stringContaining('2 phrases were written into intents/')]);
  const after = intentsFiles().join('');
  expect(after).toContain('- can you wrap presents\n');
  const withoutAdded = after.split('\n').filter((line) => !line.includes('wrap presents'));
  expect(withoutAdded.join('\n')).toBe(before);
});
