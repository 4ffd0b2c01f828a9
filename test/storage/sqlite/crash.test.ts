import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { startChild } from '../children/child.ts';
import { emptyFolder } from '../folder.ts';

test('a process killed in the middle of commits loses none that was acknowledged and leaves none half', async () => {
  const file = join(emptyFolder(), 'store.db');
  const acknowledged = new Map<string, number>();
  for (const afterTurns of [3, 111, 60]) {
    await runUntilKilled(file, afterTurns, acknowledged);
    await expectWhole(file, acknowledged);
  }
  expect(acknowledged.size).toBe(10);
}, 120_000);

async function runUntilKilled(file: string, afterTurns: number, acknowledged: Map<string, number>): Promise<void> {
  const child = startChild(new URL('../children/commit-for-ever.ts', import.meta.url), [file]);
  await child.next();
  child.process.on('message', (turn: { conversation: string; version: number }) => {
    acknowledged.set(turn.conversation, turn.version);
  });
  for (let turns = 0; turns < afterTurns; turns++) await child.next();
  child.process.kill('SIGKILL');
  await once(child.process, 'close');
}

async function expectWhole(file: string, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const store = await openStore(file);
  for (const [conversation, version] of acknowledged) {
    const stored = (await store.load(conversation))?.head.version ?? 0;
    expect(stored).toBeGreaterThanOrEqual(version);
    expect(await store.events(conversation, { after: 0 })).toHaveLength(2 * stored);
    expect(partsOf(file, conversation)).toEqual({
      turns: stored,
      inbox: stored,
      outbox: stored,
      timers: stored,
    });
  }
  await store.close();
}

function partsOf(file: string, conversation: string): Readonly<Record<string, unknown>> {
  const database = new DatabaseSync(file, { readOnly: true });
  const count = (table: string) => {
    const which = table === 'inbox' ? `id like ? || '/%'` : 'conversation = ?';
    return database.prepare(`select count(*) as n from ${table} where ${which}`).get(conversation)?.['n'];
  };
  const tables = ['turns', 'inbox', 'outbox', 'timers'];
  const parts = Object.fromEntries(tables.map((table) => [table, count(table)]));
  database.close();
  return parts;
}
