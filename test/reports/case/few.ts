/** A store with a few cases, and questions about them. */
import { published } from '../../../src/measurement/constants/measures.ts';
import type { CasesQuery } from '../../../src/reports/case/list-cases.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { store as keep } from '../facts/stored.ts';
import { conversation, type Kind } from '../many-cases.ts';

export async function storeOf(count: number, mix: readonly Kind[]): Promise<Store> {
  const store = memoryStore();
  for (let index = 0; index < count; index++) await keep(store, conversation(mix[index % mix.length] ?? 'easy', index));
  await createProjector({ store, measures: published, zone: 'UTC' }).catchUp();
  return store;
}

export function queryOf(more: Partial<CasesQuery> = {}): CasesQuery {
  return {
    ...{ from: null, to: null, zone: 'UTC', asOf: Date.parse('2027-06-01'), filters: {}, by: null, seed: 1 },
    ...{ outcome: null, signal: null, set: null, step: null, bin: null, entered: null, stopped: null, customer: null },
    ...{ order: 'oldest', after: null, limit: 500 },
    ...more,
  };
}
