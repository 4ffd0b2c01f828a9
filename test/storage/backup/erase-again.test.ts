import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eraseAgain } from '../../../src/storage/backup/erase-again.ts';
import { journalOf, noteErasure, readJournal } from '../../../src/storage/backup/erasure-journal.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { codeOf } from '../children/say.ts';
import { emptyFolder } from '../folder.ts';

test('who was erased after a backup is erased from it, also again; who had been erased before is not', async () => {
  const store = await openStore('memory:');
  await store.erase('early', 1);
  await store.erase('twice', 2);
  const at = { early: 1, twice: 5, late: 3, last: 4 };
  const known = [...Object.entries(at), ['late', 2] as const].map(([customer, when]) => ({ customer, at: when }));
  expect(await eraseAgain(store, known)).toEqual({ erased: 3 });
  expect(await store.erasures()).toEqual(
    ['early', 'last', 'late', 'twice'].map((customer) => ({ customer, at: Object(at)[customer] })),
  );
});

test('the journal keeps what was noted in it; a line that was cut off in the middle was never acknowledged', () => {
  const journal = journalOf(join(emptyFolder(), 'shop.db'));
  expect(journal).toMatch(/erasures\.jsonl$/);
  expect(readJournal(journal)).toEqual([]);
  noteErasure(journal, { customer: 'k1', at: 1 });
  noteErasure(journal, { customer: 'k2', at: 2 });
  appendFileSync(journal, '{"customer":"k3"');
  expect(readJournal(journal)).toEqual([
    { customer: 'k1', at: 1 },
    { customer: 'k2', at: 2 },
  ]);
});

test('a journal with a line that is none is refused with its place: nobody erased may come back for it', async () => {
  const journal = join(emptyFolder(), 'erasures.jsonl');
  writeFileSync(journal, '{"customer":"k1","at":1}\n\nhello\n');
  expect(await codeOf((async () => readJournal(journal))())).toBe('BACKUP_INVALID');
  expect(() => readJournal(journal)).toThrow('erasures.jsonl:3: this is no erasure');
});
