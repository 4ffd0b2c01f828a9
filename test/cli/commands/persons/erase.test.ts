/** A person who talked to the sample bot is erased beside the running bot; then every byte that is left is looked at. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { journalOf, readJournal } from '../../../../src/storage/backup/erasure-journal.ts';
import { startPostgres } from '../../../postgres/server.ts';
import { pollPause, read, type Server, serve, stopAll, touchpoint } from '../../serving.ts';

const name = 'Annegret Unverwechselbar';
const mail = 'annegret.u@example.com';
const phone = '+491701234567';
const orders = ['99120001', '99120002'];
const secrets = [name, 'Annegret', mail, phone, '1701234567', ...orders];

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await stopAll();
  for (const end of ends) await end();
}, 60_000);

/** @property files everything that the database may have written */
type Place = { readonly data: string; readonly files: string };

async function sqlite(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-erase-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  return { data: join(folder, 'shop.db'), files: folder };
}

/** A server of its own as it comes, but for fsync: what it writes is what is looked at. */
async function postgres(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-erase-'));
  const server = await startPostgres({ folder, settings: { fsync: 'off' } });
  ends.push(server.end);
  return { data: server.url, files: join(folder, 'data') };
}

describe.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('on %s', (_, open) => {
  test('no byte is left of name, number, e-mail and order; figures stay, others stay, and the talk goes on', async () => {
    const { data, files } = await open();
    const server = await serve({ data, args: ['--test-clock'], env: { TOUCHPOINT_LOG_LEVEL: 'trace' } });
    const anna = await begin(server, { id: mail, name });
    const other = await begin(server, { id: 'bob', name: 'Bob' });
    await anna.say(`hello, I am ${name}, write to ${mail} or call ${phone}`);
    await anna.say(`where is my order ${orders[0]}?`);
    await other.say('what are your opening hours, says Bob?');
    for (let count = 0; count < 12; count++)
      await anna.say(`${name} again, ${phone}, number ${count} ${'x'.repeat(count * 60)}`);
    await hang(server);
    await anna.say(`where is my order ${orders[1]}?`);
    await anna.say(`and what about ${mail}, I wait`);
    const before = await reportOf(data);
    expect(await found(files, secrets)).toEqual(secrets);

    const held = await exportOf(data, `web:${mail}`);
    for (const secret of secrets) expect(JSON.stringify(held)).toContain(secret);
    expect(held.actions).toHaveLength(1);
    expect(held.inbox.some((row) => JSON.stringify(row).includes(mail))).toBe(true);

    const erased = await touchpoint(['erase', '--customer', `web:${mail}`, '--data', data, '--json']);
    expect([erased.code, erased.err]).toEqual([0, '']);
    expect(JSON.parse(erased.out)).toEqual({ schema: 'erase/1', customer: held.customer, conversations: 1, left: [] });

    expect(await found(files, secrets)).toEqual([]);
    if (!data.includes('://')) expect(readJournal(journalOf(data))).toMatchObject([{ customer: held.customer }]);
    expect(server.err()).not.toMatch(new RegExp(secrets.map((secret) => secret.replace('+', '')).join('|')));
    expect(await reportOf(data)).toEqual(before);
    expect((await touchpoint(['export', '--customer', `web:${mail}`, '--data', data])).code).toBe(1);
    expect(JSON.stringify(await exportOf(data, held.customer))).not.toMatch(/Annegret/);
    expect(JSON.stringify(await exportOf(data, 'web:bob'))).toContain('says Bob');

    await answer(server);
    await anna.heard(/went wrong on our side/);
    await anna.say('what are your opening hours?', { id: 'somebody', name: 'Somebody' });
    await anna.heard(/Monday/);
    await other.say('thanks');
    expect(await server.end()).toBe(0);
    expect(server.err()).not.toContain('broke down');
    expect((await touchpoint(['rebuild', '--json', '--data', data])).out).toContain('"differences":[]');
    expect(await found(files, secrets)).toEqual([]);
  }, 120_000);
});

test('nobody by that name is told as such, and nothing is erased', async () => {
  const { data } = await sqlite();
  const server = await serve({ data });
  await begin(server, { id: 'bob', name: 'Bob' });
  for (const command of ['export', 'erase']) {
    const { code, err } = await touchpoint([command, '--customer', 'web:nobody', '--data', data]);
    expect([code, err]).toEqual([1, expect.stringContaining('[CUSTOMER_UNKNOWN]')]);
  }
  await server.end();
});

async function begin({ url }: Server, user: { readonly id: string; readonly name: string }) {
  const headers = { 'content-type': 'application/json' };
  const started = z.object({ conversationId: z.string() });
  const init = { method: 'POST', headers, body: JSON.stringify({ user }) };
  const { conversationId } = await read(started, `${url}/v3/directline/conversations`, init);
  const address = `${url}/v3/directline/conversations/${conversationId}/activities`;
  let count = 0;
  return {
    async say(text: string, from = user) {
      const body = JSON.stringify({
        type: 'message',
        from,
        text,
        channelData: { clientActivityID: `${from.id} ${++count}` },
      });
      expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(200);
    },
    async heard(expected: RegExp) {
      for (let watermark = ''; ; ) {
        const page = await read(activities, `${address}?watermark=${watermark}`);
        if (page.activities.some(({ text = '' }) => expected.test(text))) return;
        if (page.activities.length === 0) await pollPause();
        watermark = page.watermark;
      }
    },
  };
}

const activities = z.object({ activities: z.array(z.object({ text: z.string().optional() })), watermark: z.string() });

const person = z.looseObject({
  customer: z.string(),
  actions: z.array(z.unknown()),
  inbox: z.array(z.unknown()),
});

async function exportOf(data: string, id: string) {
  const { out, err } = await touchpoint(['export', '--customer', id, '--data', data]);
  expect(err).toBe('');
  return person.parse(JSON.parse(out));
}

/** The figures; when they were asked for, and how long after the last event, is none. */
async function reportOf(data: string): Promise<object> {
  await touchpoint(['rebuild', '--data', data]);
  const { out } = await touchpoint(['report', '--json', '--data', data]);
  const report = z.looseObject({ trust: z.looseObject({}) }).parse(JSON.parse(out));
  return { ...report, asOf: '', trust: { ...report.trust, freshSeconds: 0 } };
}

async function hang({ ready }: Server): Promise<void> {
  await fetch(`${ready.services['shop']}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: '/orders/*', kind: 'hang' }),
  });
}

async function answer({ ready }: Server): Promise<void> {
  await fetch(`${ready.services['shop']}/control/faults`, { method: 'DELETE' });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${ready.url}/test/clock`, { method: 'POST', headers, body: JSON.stringify({ advance: '10s' }) });
}

async function found(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const seen = new Set<string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    // a database removes files of its own while they are looked at
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const text of texts) if (bytes.includes(text)) seen.add(text);
  }
  return texts.filter((text) => seen.has(text));
}
