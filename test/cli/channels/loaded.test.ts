import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { emptyFolder } from '../../house/copy-tree.ts';
import { customerOf, root, serve, stopAll, touchpoint } from '../serving.ts';

const bot = join(emptyFolder(), 'bot');
let settings: string;
beforeAll(async () => {
  await touchpoint(['init', bot]);
  settings = await readFile(join(bot, 'touchpoint.yaml'), 'utf8');
});
afterEach(stopAll);
afterAll(() => rm(bot, { recursive: true }));

const recorder = new URL('setup/record-modules.js', import.meta.url).href;

/** Every library that belongs to one channel, the official clients of providers among them. */
const ofChannels =
  /node_modules\/(botbuilder|botframework|adaptive-expressions|@azure|jsonwebtoken|grammy|telegraf|@slack|twilio|whatsapp|nodemailer)/;

/** What we have written for them, as sources or built. */
const ownCode = /(src\/channels\/(telegram|botframework)\/|dist\/app\/create-(telegram|bot-framework)-)/;

/** Modules that `serve` has loaded, in all its threads, once a customer was answered. */
async function loadedWith(yaml: string, env: NodeJS.ProcessEnv = {}): Promise<readonly string[]> {
  const file = join(emptyFolder(), 'modules');
  await writeFile(file, '');
  await writeFile(join(bot, 'touchpoint.yaml'), `${settings}\n${yaml}`);
  const options = `${process.env['NODE_OPTIONS'] ?? ''} --import ${recorder}`;
  const server = await serve({
    args: ['--bot', bot],
    cwd: root,
    env: { ...env, NODE_OPTIONS: options, RECORDED_MODULES: file },
  });
  const customer = await customerOf(server.url);
  await customer.say('hello');
  await server.end();
  return (await readFile(file, 'utf8')).split('\n');
}

const of = (modules: readonly string[], what: RegExp) => modules.filter((url) => what.test(url));

test('no library of a channel is loaded unless the channel is configured, in any thread', async () => {
  const plain = await loadedWith('');
  expect(of(plain, /node_modules\/restify\//)).not.toEqual([]);
  expect(of(plain, ofChannels)).toEqual([]);
  expect(of(plain, ownCode)).toEqual([]);
});

test('a channel that is configured loads its own library, and no other', async () => {
  const telegram = { TOUCHPOINT_TELEGRAM_TOKEN: '42:AAE', TOUCHPOINT_TELEGRAM_SECRET: 'hook' };
  const modules = await loadedWith('channels: { telegram: { baseUrl: "http://127.0.0.1:9" } }', telegram);
  expect(of(modules, ofChannels)).toEqual([]);
  expect(of(modules, ownCode).filter((url) => /telegram/.test(url))).not.toEqual([]);
  const both = await loadedWith('channels: { botframework: { anonymous: true } }');
  expect(of(both, /node_modules\/botbuilder\//)).not.toEqual([]);
});
