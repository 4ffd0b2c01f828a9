import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptIntents } from '../../../src/cli/bot/learning/kept-intents.ts';
import { readIntents } from '../../../src/intents/read-intents.ts';

const text = `intents:
  hours:
    about: when we are open
    answer: { text: [All day., Always.], buttons: [{ title: More, url: "https://shop.example/hours" }] }
    examples: [when are you open, opening hours]
    not: [how long is it open for bids]
  hours.holiday: { examples: [are you open at easter] }
entities:
  order_number: { pattern: '\\b\\d{8}\\b' }
  product: { list: { kettle: [boiler], lamp: [] }, fuzzy: true }
`;
const files = [{ path: 'intents/a.en.yaml', text }];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-intents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('what was read is the same when it is not read again, problems and places included', async () => {
  const first = keptIntents(folder, 'build')(files);
  expect(await readdir(folder)).toHaveLength(1);
  expect(first.problems.length).toBeGreaterThan(0);
  const second = keptIntents(folder, 'build')(files);
  expect(second).toEqual(first);
  expect(second).toEqual(readIntents(files));
});

it('edited files are read anew, and unedited ones are the same object', () => {
  keptIntents(folder, 'build')(files);
  const read = keptIntents(folder, 'build');
  const first = read(files);
  expect(read(files)).toBe(first);
  const edited = [{ path: 'intents/a.en.yaml', text: text.replace('opening hours', 'hours of opening') }];
  expect(read(edited)).toEqual(readIntents(edited));
  expect(keptIntents(folder, 'build')(edited)).toEqual(readIntents(edited));
});

it('another build reads them itself', () => {
  keptIntents(folder, 'build')(files);
  const read = readIntents(files);
  const [other, same] = [keptIntents(folder, 'newer')(files), keptIntents(folder, 'build')(files)];
  expect([other, same]).toEqual([read, read]);
});

it('only the last state is kept, and a file that is none costs the reading only', async () => {
  keptIntents(folder, 'build')(files);
  keptIntents(folder, 'build')([{ path: 'intents/b.en.yaml', text }]);
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  await writeFile(join(folder, name), 'nothing');
  expect(keptIntents(folder, 'build')([{ path: 'intents/b.en.yaml', text }]).intents.size).toBe(2);
});

it('a folder that cannot be written costs the reading only', async () => {
  await writeFile(join(folder, 'file'), '');
  expect(keptIntents(join(folder, 'file', 'intents'), 'build')(files)).toEqual(readIntents(files));
});
