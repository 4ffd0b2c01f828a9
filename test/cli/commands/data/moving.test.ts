/** An installation is moved, backed up and brought back by the command, while real processes serve it. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readOf } from '../../../../src/cli/reading/jobs.ts';
import { readFlags } from '../../../../src/cli/report-flags.ts';
import { reportJson } from '../../../../src/cli/report-json.ts';
import { published } from '../../../../src/measurement/constants/measures.ts';
import { openStore } from '../../../../src/storage/open-store.ts';
import { freshDatabase } from '../../../postgres/database.ts';
import { emptyFolder } from '../../../storage/folder.ts';
import { fillStore } from '../../../storage/moving/rows.ts';
import { start } from '../../../storage/samples.ts';
import { type Customer, customerOf, pollPause, serve, stopAll, touchpoint } from '../../serving.ts';

afterAll(stopAll);

const small = ['--no-services', '--no-watch'];

/** The report over everything, made at one moment for all. */
async function reportOf(data: string): Promise<string> {
  const store = await openStore(data, { readOnly: true });
  const config = { zone: 'Europe/Berlin' };
  const report = await reportJson({
    ...readOf(store),
    config,
    clock: { now: () => start },
    flags: readFlags({}),
    history: [published],
  });
  await store.close();
  return report;
}

test('an installation moves to PostgreSQL and back, and its conversations go on there', async () => {
  const folder = emptyFolder();
  const [file, back, url] = [join(folder, 'a.db'), join(folder, 'b.db'), await freshDatabase()];
  const first = await serve({ data: file, args: small });
  const customer = await customerOf(first.url);
  await customer.say('Where is my order?');
  const busy = await touchpoint(['copy', '--from', file, '--to', url]);
  expect(busy).toMatchObject({ code: 1, err: expect.stringContaining('[STORE_IN_USE]') });
  await first.end();

  const copied = await touchpoint(['copy', '--from', file, '--to', url, '--json']);
  expect(copied.code).toBe(0);
  expect(JSON.parse(copied.out)).toMatchObject({ schema: 'copy/1', from: file, verified: true });
  expect(copied.out).not.toContain(new URL(url).password);
  const told = await touchpoint(['copy', '--from', url, '--to', back]);
  expect(told.out).toContain('Copied 1 conversations');
  const figures = await reportOf(file);
  expect(JSON.parse(figures)).toMatchObject({ cases: { all: 1 } });
  expect(await reportOf(url)).toBe(figures);
  expect(await reportOf(back)).toBe(figures);

  const second = await serve({ data: back, args: small });
  expect(await goesOn(second.url, customer)).toBe(true);
  await second.end();
});

/** The conversation is known, with what was said in it, and takes the next message. */
async function goesOn(url: string, { conversation }: Customer): Promise<boolean> {
  const address = `${url}/v3/directline/conversations/${conversation}/activities`;
  const before = z.object({ activities: z.array(z.unknown()) }).parse(await (await fetch(address)).json());
  const activity = { type: 'message', from: { id: 'customer' }, text: 'hello again' };
  const body = JSON.stringify(activity);
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answer.ok && before.activities.length > 1;
}

test('a backup of a bot that runs holds every message it had acknowledged, fails no turn, and comes back; nobody else serves that file', async () => {
  const folder = emptyFolder();
  const [file, kept] = [join(folder, 'a.db'), join(folder, 'backup')];
  const server = await serve({ data: file, args: small });
  const customers = await Promise.all(Array.from({ length: 8 }, () => customerOf(server.url)));
  const acknowledged: string[] = [];
  const statuses = new Set<number>();
  let isOver = false;
  const load = customers.map(async (customer, index) => {
    for (let n = 0; !isOver; n++) {
      const text = `message ${index}.${n}`;
      statuses.add((await customer.post(text)).status);
      acknowledged.push(text);
    }
  });
  while (acknowledged.length < 40) await pollPause();
  const before = [...acknowledged];
  const backup = await touchpoint(['backup', '--data', file, '--to', kept, '--json']);
  expect(backup).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(backup.out)).toMatchObject({ schema: 'backup/1', data: file, file: kept });
  isOver = true;
  await Promise.all(load);
  expect([...statuses]).toEqual([200]);
  expect(acknowledged.length).toBeGreaterThan(before.length);

  const second = await touchpoint(['serve', '--port', '0', '--data', file, ...small]);
  expect(second).toMatchObject({ code: 1, err: expect.stringContaining('[STORE_IN_USE]') });
  const busy = await touchpoint(['restore', kept, '--data', file, '--force']);
  expect(busy).toMatchObject({ code: 1, err: expect.stringContaining('[STORE_IN_USE]') });
  await server.end('SIGKILL');
  const restored = await touchpoint(['restore', kept, '--data', file, '--force', '--json']);
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(restored.out)).toMatchObject({ schema: 'restore/1', data: file, erased: 0 });

  const rebuilt = await touchpoint(['rebuild', '--data', file, '--json']);
  expect(JSON.parse(rebuilt.out)).toMatchObject({ schema: 'rebuild/1', conversations: customers.length });
  const again = await serve({ data: file, args: small });
  const texts = await Promise.all(customers.map(({ conversation }) => textsOf(again.url, conversation)));
  expect(before.filter((text) => !texts.flat().includes(text))).toEqual([]);
  const [one] = customers;
  expect(one && (await goesOn(again.url, one))).toBe(true);
  await again.end();
});

async function textsOf(url: string, conversation: string): Promise<readonly (string | undefined)[]> {
  const answer = await fetch(`${url}/v3/directline/conversations/${conversation}/activities`);
  const form = z.object({ activities: z.array(z.looseObject({ text: z.string().optional() })) });
  return form.parse(await answer.json()).activities.map(({ text }) => text);
}

const prlimit = '/usr/bin/prlimit';

test.runIf(existsSync(prlimit))('a disk that is full leaves nothing of a backup, and says so', async () => {
  const folder = emptyFolder();
  const [file, kept] = [join(folder, 'a.db'), join(folder, 'backup')];
  await fillStore(file);
  const full = await touchpoint(['backup', '--data', file, '--to', kept], { wrapper: [prlimit, '--fsize=20000'] });
  expect(full).toMatchObject({ code: 1, err: expect.stringContaining('[STORE_FULL]') });
  expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual([]);
  expect((await touchpoint(['backup', '--data', file, '--to', kept])).code).toBe(0);
  const short = ['restore', kept, '--data', join(folder, 'b.db')];
  expect((await touchpoint(short, { wrapper: [prlimit, '--fsize=20000'] })).err).toContain('[STORE_FULL]');
  expect(readdirSync(folder).filter((name) => name.startsWith('b.db'))).toEqual(['b.db.lock']);
});

test('what is missing in a call is told with how to say it', async () => {
  const no = join(emptyFolder(), 'no');
  for (const [args, what] of [
    [['copy'], '--to postgres://'],
    [['backup'], '--to backup.db'],
    [['restore'], 'touchpoint restore backup.db'],
    [['restore', no, '--data', `${no}.db`, '--erasures', no], 'there is no file'],
  ] as const) {
    expect(await touchpoint(args)).toMatchObject({ code: 2, err: expect.stringContaining(what) });
  }
});
