/** Cases whose customers were drawn to be asked how it was, and were not asked yet. */
import type { Instant } from '../../events/instant.ts';
import type { Cases } from '../table/keep-table.ts';

export type DrawnCase = { readonly case: string; readonly startedAt: Instant };

/** @param from only cases that began since then; the oldest come first. Rejects as the store does. */
export async function listDrawn(cases: Cases, from: Instant): Promise<readonly DrawnCase[]> {
  const table = await cases.table();
  const { size, alive, startedAt, said } = table.columns();
  const waits = Uint8Array.from(table.saids(), ({ survey }) =>
    survey.drawn.length > 0 && survey.items.length === 0 ? 1 : 0,
  );
  const drawn: DrawnCase[] = [];
  for (let row = 0; row < size; row++) {
    const at = startedAt[row] ?? 0;
    if (alive[row] === 0 || at < from || waits[said[row] ?? 0] === 0) continue;
    drawn.push({ case: table.cases.at(row), startedAt: at });
  }
  return drawn.sort((a, b) => a.startedAt - b.startedAt || (a.case < b.case ? -1 : 1));
}
