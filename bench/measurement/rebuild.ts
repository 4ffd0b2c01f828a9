/**
 * How long it takes to make all facts of 100,000 cases anew from their events, some of whose customers were erased since, in a SQLite file; and that they
 * are the same to the byte.
 */
import { initialState } from '../../src/dialogs/state.ts';
import { published } from '../../src/measurement/constants/measures.ts';
import { createProjector } from '../../src/reports/facts/create-projector.ts';
import { rebuild } from '../../src/reports/facts/rebuild.ts';
import type { Commit, Store } from '../../src/runtime/ports.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { withData } from '../data/with-data.ts';
import type { Benchmark, BenchResult } from '../result.ts';
import { conversation } from './conversation.ts';

const cases = Number(process.env['BENCH_CASES'] ?? 100_000);
const turns = 4;
const erased = 100;
const atOnce = 500;
const facts = { measures: published, zone: 'Europe/Berlin' };

export const rebuildBenchmark: Benchmark = { name: 'rebuild', measure: () => withData('sqlite', measure) };

async function measure(data: string): Promise<readonly BenchResult[]> {
  const store = await openStore(data);
  try {
    await fill(store);
    await createProjector({ store, ...facts }).catchUp();
    for (let n = 0; n < erased; n++) await store.erase(`k-c${n}`, 0);
    return [await timed(store)];
  } finally {
    await store.close();
  }
}

async function timed(store: Store): Promise<BenchResult> {
  const from = performance.now();
  const { cases: made, differences } = await rebuild({ store, ...facts });
  const value = (performance.now() - from) / 1_000;
  if (made !== cases || differences.length > 0)
    throw new Error(`${made} of ${cases} cases were made, and ${differences.length} are not what they were`);
  return { name: 'rebuild', unit: 's', value, goal: `at most 60 for 100,000 cases; here ${cases}` };
}

async function fill(store: Store): Promise<void> {
  for (let n = 0; n < cases; n += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, cases - n) }, (_, index) => `c${n + index}`);
    await Promise.all(group.map((id) => store.commit(whole(id))));
  }
}

/** A conversation in one commit. */
function whole(id: string): Commit {
  const events = conversation(id, turns);
  const last = events.at(-1);
  const [seq, at] = [last?.seq ?? 0, last?.at ?? 0];
  return {
    head: { conversation: id, version: 1, seq, at, channel: 'web', address: id, program: 'p', customer: `k-${id}` },
    events,
    snapshot: { seq, evolveVersion: 1, state: initialState(id) },
    inbox: [],
    handled: [],
    outbox: [],
    timersSet: [],
    timersCleared: [],
    actionsAdded: [],
    actionsRemoved: [],
    dirtyCases: [`${id}/1`],
  };
}
