import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eraseAgain } from '../../../src/storage/backup/erase-again.ts';
import { type Erasure, journalOf, noteErasure, readJournal } from '../../../src/storage/backup/erasure-journal.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { codeOf } from '../children/say.ts';
import { emptyFolder } from '../folder.ts';

test('who was erased after a backup is erased from it once, and who had been erased before is not again', async () => {
  const erased: Erasure[] = [{ customer: 'early', at: 1 }];
  const store = {
    ...(await openStore('memory:')),
    erase: async (customer: string, at: number) => void erased.push({ customer, at }),
    erasures: async () => erased,
  };
  const known = ['early', 'late', 'late', 'last'].map((customer, index) => ({ customer, at: index + 1 }));
  expect(await eraseAgain(store, known)).toEqual({ erased: 2 });
  expect(erased.map(({ customer }) => customer)).toEqual(['early', 'late', 'last']);
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
