import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createModels } from '../../../src/cli/bot/learning/models.ts';
import { type BotReader, createBotReader } from '../../../src/cli/bot/read-bot.ts';
import { createBots, type Fresh, type LiveBots } from '../../../src/cli/bot/versions/create-bots.ts';
import { drain } from '../../../src/cli/bot/versions/drain.ts';
import { drainText } from '../../../src/cli/bot/versions/drain-text.ts';
import { readVersion } from '../../../src/cli/bot/versions/read-version.ts';
import { tidyPrograms } from '../../../src/cli/bot/versions/tidy-programs.ts';
import { createTestClock } from '../../../src/cli/process/test-clock.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { understand } from '../../dialogs/step/talk.ts';
import { start } from '../../runtime/harness.ts';

const day = 24 * 3_600_000;

let folder: string;
let reader: BotReader;
let store: Store;
const clock = createTestClock(Date.UTC(2026, 0, 5, 9));
const logged: string[] = [];

const pay = `dialog: pay
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
steps:
  - ask: order_number
  - confirm: Really?
  - do: shop.pay
  - say: Paid.
`;
const intents = `intents:
  refund: { about: money back, examples: [I want my money back, refund please, give me a refund, pay me back] }
entities:
  order_number: { pattern: '\\b\\d{8}\\b' }
`;
const action = `import { defineAction, z } from 'touchpoint/actions';
export const pay = defineAction({ input: z.object({}), output: z.boolean(), run: () => true });
`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-versions-'));
  for (const part of ['dialogs', 'intents', 'actions']) await mkdir(join(folder, part));
  await put('dialogs/pay.yaml', pay);
  await put('intents/pay.en.yaml', intents);
  await put('actions/shop.ts', action);
  reader = createBotReader(folder, {});
  store = memoryStore();
  logged.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function put(path: string, text: string): Promise<void> {
  return writeFile(join(folder, path), text);
}

async function fresh(): Promise<Fresh> {
  const { program, problems, ...read } = await reader.read();
  if (!program) throw new Error(JSON.stringify(problems));
  return { ...read, program, understand };
}

/** A process that has just started on the files as they are. */
async function begun(): Promise<LiveBots> {
  const log = (_facts: object, message: string): void => void logged.push(message);
  const given = { store, reader, models: createModels(undefined), log: { info: log, warn: log, error: log } };
  return createBots({ store, clock, readVersion: (hash, actions) => readVersion(given, hash, actions) }, await fresh());
}

async function talk(bots: LiveBots, conversation: string, ...texts: string[]): Promise<string | undefined> {
  const bot = await start({ store, bots, clock, act: bots.run });
  await bot.open(conversation);
  for (const text of texts) await bot.say(text, { conversation });
  await bot.runtime.settle();
  return (await bot.replies(conversation)).at(-1);
}

test('after a restart a conversation goes on with its old program, read from the store, and understood by its own phrases and entities', async () => {
  const first = await begun();
  expect(await talk(first, 'c', '#refund')).toBe('Which order?');
  await put('dialogs/pay.yaml', pay.replaceAll('order_number', 'claim').replace('type: claim', 'type: claim_number'));
  await put(
    'intents/pay.en.yaml',
    intents.replaceAll('order_number', 'claim_number').replaceAll('refund', 'claim').replace(', pay me back', ''),
  );
  await put('dialogs/pay.yaml', pay.replaceAll('order_number', 'claim_number').replace('[refund]', '[claim]'));
  const second = await begun();
  expect(second.hash()).not.toBe(first.hash());
  const old = await second.version(first.hash());
  expect(old?.understand('refund please 12345678', hearing)).toMatchObject({ accepted: 'refund' });
  expect(old?.understand('12345678', hearing).entities.map(({ type }) => type)).toContain('order_number');
  expect(await talk(second, 'c', '12345678')).toBe('Really?');
  expect((await store.load('c'))?.head.program).toBe(first.hash());
});

test('an old program that names an action which is gone is read all the same; one with another error is not, and the log says why', async () => {
  const first = await begun();
  await rm(join(folder, 'actions/shop.ts'));
  await put('dialogs/pay.yaml', pay.replace('  - do: shop.pay\n', ''));
  const second = await begun();
  expect((await second.version(first.hash()))?.program.dialogs.get('pay')?.nodes.get('2')).toMatchObject({
    kind: 'do',
    action: 'shop.pay',
  });
  await store.saveProgram({
    hash: 'damaged',
    files: JSON.stringify([{ path: 'dialogs/pay.yaml', text: 'dialog: pay\nsteps: 5' }]),
    at: 1,
  });
  expect(await second.version('damaged')).toBeUndefined();
  expect(await second.version('never there')).toBeUndefined();
  expect(logged).toEqual(['an older program cannot be read any more; its conversations are led on']);
});

test('a version is replaced at once; the one before is kept where a turn has seen it, and else forgotten', async () => {
  const bots = await begun();
  const hashes = [bots.hash()];
  for (const text of ['Done.', 'Done!', 'All done.']) {
    await put('dialogs/pay.yaml', pay.replace('Paid.', text));
    if (text === 'Done!') bots.current();
    await bots.replace(await fresh());
    hashes.push(bots.hash());
  }
  expect((await store.programs()).map(({ hash }) => hash)).toEqual([hashes[1], hashes[3]].toSorted());
  expect((await bots.version(hashes[1] ?? ''))?.program.hash).toBe(hashes[1]);
});

test('programs are removed when nobody has begun with them for eight days and no conversation needs them', async () => {
  for (const [hash, at] of [
    ['needed', 0],
    ['idle', 0],
    ['recent', 2],
    ['today', 0],
  ] as const)
    await store.saveProgram({ hash, files: '[]', at: at * day });
  const bot = await start({
    store,
    clock,
    bots: {
      current: () => ({ program: { ...bot0, hash: 'needed' }, since: 0, understand }),
      version: async () => undefined,
    },
  });
  await bot.open();
  await bot.say('#refund');
  await tidyPrograms(store, 'today', 9 * day);
  expect((await store.programs()).map(({ hash }) => hash)).toEqual(['needed', 'recent', 'today']);
  await tidyPrograms(store, 'today', 11 * day);
  expect((await store.programs()).map(({ hash }) => hash)).toEqual(['needed', 'today']);
});

const none = new Map();
const hearing = { locale: 'en', expectsAnswer: false, isOffered: false, at: 0 };
const bot0 = {
  locale: 'en',
  locales: ['en'],
  translations: none,
  topics: [],
  hours: null,
  surveys: null,
  rules: [],
  noticing: { consent: 'asked', zone: 'UTC', quiet: null, most: 2, withinMs: 1, windowsMs: {}, holdOut: 0 } as const,
  dialogs: none,
  starts: none,
  notices: none,
  answers: none,
  actions: none,
  issues: { rules: none, keyTypes: new Set<string>() },
};

test('the drain report tells what holds conversations on older programs, and until when', async () => {
  const first = await begun();
  await talk(first, 'held', '#refund 12345678');
  await talk(first, 'moving', '#refund');
  await talk(first, 'done', '#refund', '#flow.cancel');
  await put('dialogs/pay.yaml', pay.replace('Really?', 'Shall I delete it?'));
  const second = await begun();
  const programOf = async (hash: string) => (await second.version(hash))?.program;
  const { current, older } = await drain({ store, programOf, now: clock.now() });
  expect(current).toBe(second.hash());
  expect(older).toMatchObject([
    {
      program: first.hash(),
      isReadable: true,
      conversations: 3,
      moving: 2,
      holds: [
        {
          why: 'step',
          name: 'pay',
          at: { dialog: 'pay', step: '1', file: 'dialogs/pay.yaml', line: 7 },
          conversations: 1,
          example: 'held',
        },
      ],
      expiresAt: clock.now() + 7 * day,
    },
  ]);
  const text = drainText({ current, older }, 'UTC');
  expect(text).toContain(
    `${first.hash()}: 3 conversations, of which 2 move on at the next turn; the last began by 5 Jan 2026, 09:00; until 12 Jan 2026, 09:00 at the latest`,
  );
  expect(text).toContain('  1 at pay (dialogs/pay.yaml:7): the step is gone or another one now (as held)');
  await store.removeProgram(first.hash());
  const gone = await drain({
    store,
    programOf: async (hash) => (hash === first.hash() ? undefined : programOf(hash)),
    now: clock.now(),
  });
  expect(gone.older).toMatchObject([
    { program: first.hash(), isReadable: false, conversations: 3, moving: 3, expiresAt: null },
  ]);
  expect(drainText(gone, 'UTC')).toContain('its files are gone');
  expect(drainText({ current: 'x', older: [] }, 'UTC')).toMatch(/^Nothing to wait for/);
  expect(drainText(await drain({ store: memoryStore(), programOf, now: 0 }), 'UTC')).toMatch(/^No program/);
});
