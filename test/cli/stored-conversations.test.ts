import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { start } from '../runtime/harness.ts';
import { touchpoint } from './serving.ts';

let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-stored-'));
  data = join(folder, 'stored.db');
  const store = await openStore(data);
  const bot = await start({ store });
  const { hash } = bot.program;
  await store.saveProgram({
    hash,
    files: JSON.stringify([{ path: 'dialogs/test.yaml', text: '\ndialog: pay # the first\n' }]),
    at: 1,
  });
  await store.saveProgram({
    hash: 'today',
    files: JSON.stringify([{ path: 'dialogs/a.yaml', text: 'dialog: a\nsteps: [{ say: Hi. }]\n' }]),
    at: 2,
  });
  await bot.open();
  await bot.say('#refund');
  await bot.runtime.settle();
  await bot.runtime.stop();
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('touchpoint why tells what was decided in a stored conversation, beside the line it comes from', async () => {
  const { code, out } = await touchpoint(['why', 'c', '--data', data]);
  expect(code).toBe(0);
  expect(out).toContain('enters pay by intent  (dialogs/test.yaml:2: dialog: pay # the first)');
  const json = JSON.parse((await touchpoint(['why', 'c', '--data', data, '--json'])).out);
  expect(json).toMatchObject({
    schema: 'trace/1',
    conversation: 'c',
    turns: [{ turn: 0 }, { turn: 1, said: ['#refund'] }],
  });
});

test('a conversation that is not there, none named, and data that is not there are told with a way to mend it', async () => {
  for (const [args, what] of [
    [['why', 'nobody', '--data', data], "there is no conversation 'nobody'"],
    [['why', '--data', data], 'no conversation was given'],
    [['why', 'c', '--data', join(folder, 'no.db')], 'there is no data at'],
    [['drain', '--data', 'memory:'], 'memory: holds nothing'],
  ] as const) {
    const { code, err } = await touchpoint(args);
    expect(code).toBe(2);
    expect(err).toContain(what);
    expect(err).toContain('fix:');
  }
});

test('touchpoint drain tells which conversations still need an older program', async () => {
  const { code, out } = await touchpoint(['drain', '--data', data]);
  expect(code).toBe(0);
  expect(out).toContain('New conversations begin with today.');
  const json = JSON.parse((await touchpoint(['drain', '--data', data, '--json'])).out);
  expect(json).toMatchObject({ schema: 'drain/1', current: 'today', older: [{ conversations: 1 }] });
});
