/** The thread in which a database is read and written, so that neither a query nor the disk holds up the turns. */
import { parentPort, workerData } from 'node:worker_threads';
import { type PlainError, plainError } from '../../../errors/plain-error.ts';
import type { RowStore } from '../../rows/row-store.ts';
import { storeError } from '../errors/store-error.ts';
import { openSqlite } from '../open-sqlite.ts';
import type { Opened, ReceivedCall, ThreadData } from './call.ts';

type Answer = { readonly id: number; readonly ok: boolean; readonly value?: unknown; readonly error?: PlainError };

const { file }: ThreadData = workerData;
let answers: Answer[] = [];

const store = open();
if (store) parentPort?.on('message', (calls: readonly ReceivedCall[]) => receive(store, calls));

function receive(rows: RowStore, calls: readonly ReceivedCall[]): void {
  for (const call of calls) void answer(rows, call);
}

function open(): RowStore | undefined {
  try {
    const opened = openSqlite(file, { readOnly: false, pace: 'at once' });
    parentPort?.postMessage({ ok: true } satisfies Opened);
    return opened;
  } catch (error) {
    parentPort?.postMessage({ ok: false, error: plain(error) } satisfies Opened);
    return undefined;
  }
}

async function answer(rows: RowStore, { id, method, args }: ReceivedCall): Promise<void> {
  const run: (...args: never[]) => Promise<unknown> = rows[method];
  try {
    send({ id, ok: true, value: await run(...args) });
  } catch (error) {
    send({ id, ok: false, error: plain(error) });
  }
}

function send(one: Answer): void {
  if (answers.length === 0) setImmediate(flush);
  answers.push(one);
}

function flush(): void {
  parentPort?.postMessage(answers);
  answers = [];
}

function plain(error: unknown): PlainError {
  return plainError(storeError(error, file));
}
