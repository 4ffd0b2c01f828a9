import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type MovedRows, moveRows } from '../../../src/storage/moving/move-rows.ts';
import { movedTables } from '../../../src/storage/moving/moved-tables.ts';
import { openSource, openTarget } from '../../../src/storage/moving/open-moving.ts';
import type { Filling } from '../../../src/storage/moving/rows.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { claimFile } from '../../../src/storage/sqlite/claim-file.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { codeOf } from '../children/say.ts';
import { emptyFolder } from '../folder.ts';
import { everythingOf, fillStore } from './rows.ts';

async function move(from: string, to: string, through = (filling: Filling) => filling): Promise<readonly MovedRows[]> {
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      const moved = await moveRows({ from: source, to: through(target) });
      await target.finish();
      return moved;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

test('what a file holds is the same in PostgreSQL and back in a file, whatever the engine asks of it', async () => {
  const folder = emptyFolder();
  const [file, back, url] = [join(folder, 'a.db'), join(folder, 'b.db'), await freshDatabase()];
  await fillStore(file);
  const there = await move(file, url);
  const here = await move(url, back);
  const differing = here.filter(({ digest }, index) => digest !== there[index]?.digest);
  // several processes note up to where a conversation is to be folded, one alone does not; and each numbers changes in its own way
  expect(differing.map(({ table }) => table)).toEqual(['dirty', 'briefs']);
  expect(here.map(({ rows }) => rows)).toEqual(there.map(({ rows }) => rows));
  expect(
    there.filter(({ rows }) => rows === 0),
    'rows.ts fills every table',
  ).toEqual([]);
  const all = await everythingOf(file);
  expect(await everythingOf(url)).toEqual(all);
  expect(await everythingOf(back)).toEqual(all);
});

test('a place that holds conversations is refused and stays as it is; one that only knows a bot is not', async () => {
  const folder = emptyFolder();
  for (const to of [join(folder, 'b.db'), await freshDatabase()]) {
    const file = join(folder, 'a.db');
    if (!existsSync(file)) await fillStore(file);
    const store = await openStore(to);
    await store.saveProgram({ hash: 'p1', files: 'of another', at: 1 });
    await store.close();
    await move(file, to);
    const before = await everythingOf(to);
    expect(await codeOf(move(file, to))).toBe('STORE_NOT_EMPTY');
    expect(await everythingOf(to)).toEqual(before);
  }
});

test('a copy that is broken off, or is not the same, leaves nothing and may be started again', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'a.db');
  await fillStore(file);
  const forgetful = (filling: Filling): Filling => ({
    ...filling,
    write: (table, page) => filling.write(table, table.name === 'timers' ? page.slice(1) : page),
  });
  const failing = (filling: Filling): Filling => ({
    ...filling,
    write: async (table, page) => {
      if (table.name === 'facts') throw new Error('the line was cut');
      await filling.write(table, page);
    },
  });
  for (const to of [join(folder, 'b.db'), await freshDatabase()]) {
    expect(await codeOf(move(file, to, failing))).toContain('the line was cut');
    expect(await codeOf(move(file, to, forgetful))).toBe('COPY_DIFFERS');
    expect(readdirSync(folder)).not.toContain('b.db.part');
    expect(await move(file, to)).toHaveLength(movedTables.length);
  }
});

test('an installation on which a process works is not moved, neither from nor to it', async () => {
  const folder = emptyFolder();
  const [file, empty, url] = [join(folder, 'a.db'), join(folder, 'b.db'), await freshDatabase()];
  await fillStore(file);
  for (const [held, from, to] of [
    [file, file, empty],
    [empty, file, empty],
  ] as const) {
    const claim = claimFile(held);
    expect(await codeOf(move(from, to))).toBe('STORE_IN_USE');
    claim.release();
  }
  const store = await openStore(url);
  expect(await codeOf(move(file, url))).toBe('STORE_IN_USE');
  expect(await codeOf(move(url, empty))).toBe('STORE_IN_USE');
  await store.close();
  expect(await move(file, url)).toHaveLength(movedTables.length);
});

test('while an installation moves, no process can begin to serve it', async () => {
  const file = join(emptyFolder(), 'a.db');
  await fillStore(file);
  const source = await openSource(file);
  expect(() => claimFile(file)).toThrow('or moves it');
  await source.close();
  claimFile(file).release();
});

test('what cannot be moved is told', async () => {
  const file = join(emptyFolder(), 'a.db');
  expect(await codeOf(openSource('memory:'))).toBe('USAGE');
  expect(await codeOf(openSource(file))).toBe('USAGE');
  expect(await codeOf(openTarget('mysql://host/shop'))).toBe('STORE_FAILED');
  expect(await codeOf(openSource(await freshDatabase()))).toBe('STORE_FAILED');
});
