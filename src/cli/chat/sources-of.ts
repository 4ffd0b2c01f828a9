import type { TracedTurn } from '../../reports/trace/trace-of.ts';
import type { Store } from '../../runtime/ports.ts';
import { filesOf } from '../bot/versions/read-version.ts';
import type { Sources } from './trace-text.ts';

/** The files of the programs that turns ran on, as far as they are kept. */
export async function sourcesOf(
  store: Pick<Store, 'programFiles'>,
  turns: readonly Pick<TracedTurn, 'program'>[],
): Promise<Sources> {
  const programs = [...new Set(turns.map(({ program }) => program))];
  const found = await Promise.all(programs.map(async (hash) => [hash, await store.programFiles(hash)] as const));
  return new Map(found.flatMap(([hash, text]) => (text === undefined ? [] : [[hash, filesOf(text)] as const])));
}
