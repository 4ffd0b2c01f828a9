/** So many cases that a report about them takes a while. */
import { join } from 'node:path';
import { canonicalJson } from '../../../src/reports/facts/canonical-json.ts';
import type { FactsRow } from '../../../src/runtime/ports/facts.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { type Kind, manyFacts } from '../../reports/many-cases.ts';
import { emptyFolder } from '../../storage/folder.ts';

const mix: readonly Kind[] = ['easy', 'bumpy', 'failed', 'left', 'open', 'easy', 'mute'];

/** Each case of a customer of their own. */
export function caseRows(count: number): readonly FactsRow[] {
  const some = manyFacts(140, mix);
  return Array.from({ length: count }, (_, index) => {
    const id = `n${index}`;
    const facts = { ...some[index % some.length], case: `${id}/1`, conversation: id, customer: id };
    return { case: facts.case, conversation: 'many', startedAt: facts.startedAt ?? 0, facts: canonicalJson(facts) };
  });
}

/** A database of so many cases, which is gone when the test is over. */
export async function filledFile(count: number): Promise<string> {
  const file = join(emptyFolder(), 'touchpoint.db');
  const store = await openStore(file);
  await store.writeFacts('many', 0, caseRows(count));
  await store.close();
  return file;
}
