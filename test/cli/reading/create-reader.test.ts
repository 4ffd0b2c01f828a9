import { once } from 'node:events';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRealClock } from '../../../src/cli/process/real-clock.ts';
import { createReader, type Reader, type ReaderOptions } from '../../../src/cli/reading/create-reader.ts';
import { type Job, readOf } from '../../../src/cli/reading/jobs.ts';
import { reportJson } from '../../../src/cli/report-json.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { emptyFolder } from '../../storage/folder.ts';
import { caseRows, filledFile } from './stored-facts.ts';

const zone = 'Europe/Berlin';
const clock = { now: () => Date.UTC(2026, 5, 1) };
const everything = { from: null, to: null, by: null, filters: {} };

const started: Worker[] = [];
const note = (worker: Worker) => void started.push(worker);
const readers: Reader[] = [];

beforeEach(() => void process.on('worker', note));
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
  process.off('worker', note);
  started.length = 0;
});

function report(flags: { readonly from?: string } = {}): Job {
  return { name: 'report', input: { flags: { ...everything, ...flags }, zone, history: [published] } };
}

async function readerOf(location: string, more: Partial<ReaderOptions> = {}): Promise<Reader> {
  const store = await openStore('memory:');
  const reader = createReader({ location, store, clock, wall: createRealClock(), ...more });
  readers.push(reader);
  return reader;
}

describe('a report read beside the turns', () => {
  test('is the one the command prints, to the byte', async () => {
    const file = await filledFile(50);
    const reader = await readerOf(file);
    const store = await openStore(file, { readOnly: true });
    const flags = { ...everything, by: 'dialog' as const };
    const text = await reader.read({ name: 'report', input: { flags, zone, history: [published] } });
    expect(text).toBe(await reportJson({ ...readOf(store), config: { zone }, clock, flags, history: [published] }));
    expect(JSON.parse(text).cases.all).toBe(50);
    await store.close();
  });

  test('is made from PostgreSQL as from a file', async () => {
    const url = await freshDatabase();
    const store = await openStore(url);
    await store.writeFacts('many', 0, caseRows(20));
    const reader = await readerOf(url);
    const text = await reader.read(report());
    expect(text).toBe(
      await reportJson({
        ...readOf(store),
        config: { zone },
        clock,
        flags: everything,
        history: [published],
      }),
    );
    expect(JSON.parse(text).cases.all).toBe(20);
    await store.close();
  });

  test('sees what was stored since the one before', async () => {
    const file = await filledFile(10);
    const reader = await readerOf(file);
    const all = async () => JSON.parse(await reader.read(report())).cases.all;
    expect(await all()).toBe(10);
    const store = await openStore(file);
    await store.writeFacts('many', 0, caseRows(12));
    await store.close();
    expect(await all()).toBe(12);
    expect(started).toHaveLength(1);
  });

  test('of what is kept in memory only is computed beside the turns too', async () => {
    const store = await openStore('memory:');
    await store.writeFacts('many', 0, caseRows(30));
    const reader = await readerOf('memory:', { store });
    const text = await reader.read(report());
    expect(text).toBe(
      await reportJson({
        ...readOf(store),
        config: { zone },
        clock,
        flags: everything,
        history: [published],
      }),
    );
    const cells = { cases: 1, engaged: 1 };
    const rollup = { hour: 0, touchpoint: 'web', dialog: 'none', intent: 'none', version: 'v', cells };
    await store.writeFacts('c', 0, [{ case: 'c/1', conversation: 'c', startedAt: 1, facts: '{}', rollup }]);
    const hours = await reader.read({ name: 'hours', input: { flags: everything, zone, history: [published] } });
    expect(JSON.parse(hours)).toMatchObject({
      schema: 'hours/1',
      hours: [{ at: '1970-01-01T00:00:00.000Z', ...cells }],
    });
    await store.close();
    await expect(reader.read(report())).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  test('that cannot be made fails as it would in the command, and the next one is tried afresh', async () => {
    const file = join(emptyFolder(), 'touchpoint.db');
    const reader = await readerOf(file);
    await expect(reader.read(report())).rejects.toMatchObject({
      name: 'TouchpointError',
      code: 'STORE_FAILED',
      message: expect.stringContaining(file),
      fix: expect.any(String),
    });
    const store = await openStore(file);
    expect(JSON.parse(await reader.read(report())).cases.all).toBe(0);
    await store.writeFacts('c', 0, [{ case: 'c/1', conversation: 'c', startedAt: 1, facts: '{}', brief: 'of old' }]);
    await expect(reader.read(report())).rejects.toThrow(/rebuild|another form/);
    await store.close();
  });
});

describe('several reports at once', () => {
  test('are made in order, and one that still waits is made once for all who ask for it', async () => {
    const times: number[] = [];
    const now = () => times.push(0);
    const reader = await readerOf(await filledFile(20), { clock: { now } });
    const order: string[] = [];
    const read = (name: string, job: Job) =>
      reader.read(job).then((text) => {
        order.push(name);
        return text;
      });
    const asked = [read('a', report()), read('b', report({ from: '2026-01-01' })), read('a2', report())];
    const [first, , third, fourth] = await Promise.all([...asked, read('a3', report())]);
    expect(order).toEqual(['a', 'b', 'a2', 'a3']);
    expect(third).toBe(fourth);
    expect(third).not.toBe(first);
    expect(times).toHaveLength(3);
    expect(started).toHaveLength(1);
  });

  test('go on without one whose asker went away while it waited', async () => {
    const times: number[] = [];
    const reader = await readerOf(await filledFile(20), { clock: { now: () => times.push(0) } });
    const gone = new AbortController();
    const first = reader.read(report());
    const left = reader.read(report({ from: '2026-01-01' }), gone.signal);
    const last = reader.read(report({ from: '2026-01-02' }));
    gone.abort();
    await expect(left).rejects.toBe(gone.signal.reason);
    await Promise.all([first, last]);
    expect(times).toHaveLength(2);
    await expect(reader.read(report(), gone.signal)).rejects.toBe(gone.signal.reason);
  });

  test('do not wait for the one that runs when nobody waits for that one any more', async () => {
    const reader = await readerOf(await filledFile(4_000));
    const gone = new AbortController();
    const [left, stayed] = [reader.read(report(), gone.signal), reader.read(report({ from: '2030-01-01' }))];
    gone.abort();
    await expect(left).rejects.toBe(gone.signal.reason);
    expect(JSON.parse(await stayed).cases.all).toBe(0);
    expect(started).toHaveLength(2);
  });

  test('lose only the one under which the thread breaks down', async () => {
    const reader = await readerOf(await filledFile(20));
    const broken = reader.read(report());
    const next = reader.read(report({ from: '2026-01-01' }));
    const [thread] = await once(process, 'worker');
    await thread.terminate();
    await expect(broken).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringMatching(/thread.*ended/),
    });
    expect(JSON.parse(await next).schema).toBe('report/1');
    expect(started).toHaveLength(2);
  });
});

describe('a reader that is closed', () => {
  test('finishes the report that runs, and refuses those that wait and those that come', async () => {
    const reader = await readerOf(await filledFile(20), { wall: { after: () => () => {} } });
    const running = reader.read(report());
    const waiting = reader.read(report({ from: '2026-01-01' }));
    const closing = reader.close();
    await expect(waiting).rejects.toMatchObject({ code: 'STORE_FAILED', message: expect.stringMatching(/stopping/) });
    expect(JSON.parse(await running).cases.all).toBe(20);
    await closing;
    await expect(reader.read(report())).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(started).toHaveLength(1);
  });

  test('breaks a report off that takes longer than it may', async () => {
    const timed: (() => void)[] = [];
    const wall = {
      after: (_delayMs: number, act: () => void) => {
        timed.push(act);
        return () => {};
      },
    };
    const reader = await readerOf(await filledFile(4_000), { wall });
    const running = reader.read(report());
    const closing = reader.close();
    for (const act of timed) act();
    await expect(running).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await closing;
  });

  test('has started no thread where nothing was read', async () => {
    await (await readerOf('memory:')).close();
    expect(started).toHaveLength(0);
  });
});
