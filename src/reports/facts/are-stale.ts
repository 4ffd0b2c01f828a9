import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Store } from '../../runtime/ports.ts';
import { briefOf } from '../table/brief.ts';
import { parseFacts } from './parse-facts.ts';

type FactsStore = Pick<Store, 'facts' | 'briefs'>;

/**
 * Whether facts were made with other measures, or by another release, and are to be made anew. The oldest row tells: all are marked at once, so where it
 * is new, the others are new or marked. So does what reports keep of the conversation that was written longest ago: it must be what would be kept of it now.
 */
export async function areStale(store: FactsStore, measures: Measures): Promise<boolean> {
  const [row] = await store.facts({ limit: 1 });
  if (!row) return false;
  try {
    return parseFacts(row.facts).versions.measures !== measures.number || !(await areBriefsKnown(store, measures));
  } catch (error) {
    if (error instanceof TouchpointError) return true;
    throw error;
  }
}

async function areBriefsKnown(store: FactsStore, measures: Measures): Promise<boolean> {
  const [oldest] = await store.briefs({ after: { change: -1, conversation: '' }, limit: 1 });
  if (!oldest) return true;
  const rows = await store.facts({ conversation: oldest.conversation });
  const now = briefOf(
    measures,
    rows.map(({ facts }) => parseFacts(facts)),
  );
  return inOrder(now) === inOrder(oldest.brief);
}

/** Of the lines, that of the cases says nothing. */
function inOrder(brief: string): string {
  return brief.split('\n').toSorted().join('\n');
}
