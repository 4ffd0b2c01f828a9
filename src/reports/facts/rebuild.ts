import type { Measures } from '../../measurement/constants/measures.ts';
import type { FactsRow } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { createProjector } from './create-projector.ts';

export type Rebuilt = {
  readonly conversations: number;
  readonly cases: number;
  readonly differences: readonly Difference[];
};

/** `null`: there was, or is, no such row. */
export type Difference = { readonly case: string; readonly before: string | null; readonly after: string | null };

type RebuildStore = Pick<
  Store,
  'events' | 'dirtyConversations' | 'writeFacts' | 'markDirty' | 'facts' | 'markAllDirty'
>;

/**
 * Makes all facts and the rollups anew from the events and says what changed: nothing, unless the measures changed or facts were behind.
 */
export async function rebuild({
  store,
  measures,
  zone,
}: {
  readonly store: RebuildStore;
  readonly measures: Measures;
  readonly zone: string;
}): Promise<Rebuilt> {
  const projector = createProjector({ store, measures, zone });
  await projector.catchUp();
  const before = byCase(await store.facts({}));
  await store.markAllDirty();
  const conversations = await createProjector({ store, measures, zone }).catchUp();
  const after = byCase(await store.facts({}));
  return { conversations, cases: after.size, differences: differencesOf(before, after) };
}

type Rows = ReadonlyMap<string, string>;

function byCase(rows: readonly FactsRow[]): Rows {
  return new Map(rows.map((row) => [row.case, row.facts]));
}

function differencesOf(before: Rows, after: Rows): readonly Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((id) => ({ case: id, before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter((one) => one.before !== one.after);
}
