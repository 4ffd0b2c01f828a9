import type { Instant } from '../../../events/instant.ts';
import type { Store } from '../../../runtime/ports.ts';

/** A program nobody has begun with for so long is kept only for conversations with a timer: the customers of all others have been silent for longer. */
const keptMs = 8 * 24 * 3_600_000;
const page = 1_000;

/** Notes that `current` is in use, and removes the programs that no conversation needs any more. */
export async function tidyPrograms(
  store: Pick<Store, 'useProgram' | 'programs' | 'removeProgram' | 'unsettled'>,
  current: string,
  now: Instant,
): Promise<void> {
  await store.useProgram(current, now);
  const old = (await store.programs()).filter(({ hash, usedAt }) => hash !== current && usedAt + keptMs < now);
  if (old.length === 0) return;
  const needed = await neededPrograms(store);
  for (const { hash } of old) if (!needed.has(hash)) await store.removeProgram(hash);
}

async function neededPrograms(store: Pick<Store, 'unsettled'>): Promise<ReadonlySet<string>> {
  const needed = new Set<string>();
  for (let after = '', isMore = true; isMore; ) {
    const rows = await store.unsettled({ after, limit: page });
    for (const { program } of rows) needed.add(program);
    after = rows.at(-1)?.conversation ?? after;
    isMore = rows.length === page;
  }
  return needed;
}
