/** So many cases that a report about them takes a while. */
import { join } from 'node:path';
import { published } from '../../../src/measurement/constants/measures.ts';
import { canonicalJson } from '../../../src/reports/facts/canonical-json.ts';
import { briefOf } from '../../../src/reports/table/brief.ts';
import type { CountedFacts } from '../../../src/runtime/ports/facts.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { type Kind, manyFacts } from '../../reports/many-cases.ts';
import { emptyFolder } from '../../storage/folder.ts';

const mix: readonly Kind[] = ['easy', 'bumpy', 'failed', 'left', 'open', 'easy', 'mute'];

/** Each case of a customer of their own. */
export function caseRows(count: number): readonly CountedFacts[] {
  const some = manyFacts(140, mix);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const id = `n${index}`;
    return some.slice(index % some.length, (index % some.length) + 1).map((pattern) => {
      const facts = { ...pattern, case: `${id}/1`, conversation: id, customer: id };
      const row = { case: facts.case, conversation: 'many', startedAt: facts.startedAt };
      return { ...row, facts: canonicalJson(facts), brief: briefOf(published, [facts]) };
    });
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
