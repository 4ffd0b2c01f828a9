import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Store } from '../../runtime/ports.ts';
import { parseFacts } from './parse-facts.ts';

/**
 * Whether facts were made with other measures, or by another release, and are to be made anew. The oldest row tells: all are marked at once, so where it
 * is new, the others are new or marked.
 */
export async function areStale(store: Pick<Store, 'facts'>, measures: Measures): Promise<boolean> {
  const [row] = await store.facts({ limit: 1 });
  if (!row) return false;
  try {
    return parseFacts(row.facts).versions.measures !== measures.number;
  } catch (error) {
    if (error instanceof TouchpointError) return true;
    throw error;
  }
}
