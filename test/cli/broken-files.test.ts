/**
 * A bot designer's twenty mistakes: each is a file in test/fixtures/broken, put into the bot of the design in the place its first line names. What is
 * said of it is held to the letter: these are the words a designer reads.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBot } from '../../src/cli/bot/read-bot.ts';
import { problemText } from '../../src/cli/process/output.ts';
import { sortProblems } from '../../src/errors/problem.ts';
import { root } from './serving.ts';

const fixtures = join(root, 'test', 'fixtures');
const environment = { TOUCHPOINT_SECRET_SHOP_KEY: 'x' };
let folder: string;
let usual: ReadonlySet<string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-broken-'));
  usual = new Set(await findings(await botWith('none')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The bot of the design, with one file more or another in its place. */
async function botWith(name: string, file?: { readonly path: string; readonly text: string }): Promise<string> {
  const bot = join(folder, name);
  await cp(join(fixtures, 'design'), bot, { recursive: true });
  if (file) await writeFile(join(bot, file.path), file.text);
  const isCalled = file === undefined || file.text.includes('verify-identity') || !file.path.includes('refund-order');
  if (!isCalled) await rm(join(bot, 'dialogs', 'verify-identity.yaml'));
  return bot;
}

async function findings(bot: string): Promise<readonly string[]> {
  return sortProblems((await readBot(bot, environment)).problems).map(problemText);
}

const names = (await readdir(join(fixtures, 'broken'))).filter((name) => name.endsWith('.yaml')).sort();

describe('what a designer reads of a broken file', () => {
  it.each(names)('%s', async (name) => {
    const text = await readFile(join(fixtures, 'broken', name), 'utf8');
    const [, path = ''] = /^# (\S+)/.exec(text) ?? [];
    const found = await findings(await botWith(name, { path, text }));
    const isMeant = (line: string) => name.includes('person') || !line.includes('PERSON_OUT_OF_REACH');
    const said = found.filter((line) => !usual.has(line) && isMeant(line)).join('\n');
    await expect(`${said}\n`).toMatchFileSnapshot(join(fixtures, 'broken', name.replace('.yaml', '.txt')));
  });

  it('are twenty at least', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });
});
