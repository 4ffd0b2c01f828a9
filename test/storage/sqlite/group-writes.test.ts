import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TouchpointError } from '../../../src/errors/touchpoint-error.ts';
import { connection } from '../../../src/storage/sqlite/connection.ts';
import { groupWrites, type Transaction } from '../../../src/storage/sqlite/group-writes.ts';
import { openDatabase } from '../../../src/storage/sqlite/open-sqlite.ts';
import { emptyFolder } from '../folder.ts';

test('writes of one turn of the event loop share one commit', async () => {
  const { group, insert, rows, commits } = counted();
  await Promise.all([1, 2, 3].map((n) => group.write(() => insert(n))));
  expect(rows()).toEqual([1, 2, 3]);
  expect(commits()).toBe(1);
  await group.write(() => insert(4));
  expect(commits()).toBe(2);
});

test('a write that fails is undone whole and alone', async () => {
  const { group, insert, rows } = counted();
  const results = await Promise.allSettled([
    group.write(() => insert(1)),
    group.write(() => {
      insert(2);
      insert(1);
    }),
    group.write(() => insert(3)),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(rows()).toEqual([1, 3]);
});

test('a commit that fails undoes and rejects all, and the next group is written', async () => {
  const { group, insert, rows, breakCommits } = counted();
  breakCommits(true);
  const results = await Promise.allSettled([1, 2].map((n) => group.write(() => insert(n))));
  expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual([
    'STORE_FAILED',
    'STORE_FAILED',
  ]);
  expect(rows()).toEqual([]);
  breakCommits(false);
  await group.write(() => insert(3));
  expect(rows()).toEqual([3]);
});

/** A group over a real database, with its commits counted; a commit is made to fail by a reference that is checked at its end. */
function counted() {
  const database = openDatabase(join(emptyFolder(), 'group.db'), false);
  database.exec('create table parent (id integer primary key) strict');
  database.exec('create table n (n integer primary key, parent references parent deferrable initially deferred)');
  const real = connection(database, 'x').transaction;
  let commits = 0;
  let broken = false;
  const transaction: Transaction = {
    ...real,
    commit: () => {
      commits++;
      if (broken) database.exec('insert into n values (99, 99)');
      real.commit();
    },
  };
  const add = database.prepare('insert into n (n) values (?)');
  const name = (cause: unknown) => new TouchpointError('STORE_FAILED', String(cause), { cause });
  return {
    group: groupWrites(transaction, { name, pace: 'gathered' }),
    insert: (n: number) => void add.run(n),
    rows: () =>
      database
        .prepare('select n from n order by n')
        .all()
        .map((row) => row['n']),
    commits: () => commits,
    breakCommits: (isBroken: boolean) => {
      broken = isBroken;
    },
  };
}
