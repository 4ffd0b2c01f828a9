/**
 * How long a report takes over many cases in a SQLite file: the overview, a filtered view and one by group, the slowest of three each. BENCH_CASES says how
 * many cases.
 */
import { published } from '../../src/measurement/constants/measures.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import { canonicalJson } from '../../src/reports/facts/canonical-json.ts';
import type { Query } from '../../src/reports/report/query.ts';
import { readReport } from '../../src/reports/report/read-report.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { withData } from '../data/with-data.ts';
import type { Benchmark, BenchResult } from '../result.ts';
import { conversation } from './conversation.ts';

const cases = Number(process.env['BENCH_CASES'] ?? 20_000);
const atOnce = 500;
const runs = 3;
const month = 30 * 86_400_000;

const views = {
  overview: { filters: {}, by: null, goal: 200 },
  filtered: { filters: { touchpoint: 'web:help' }, by: null, goal: 500 },
  grouped: { filters: {}, by: 'touchpoint', goal: 500 },
} as const;

export const reportBenchmark: Benchmark = { name: 'report.cases', measure: () => withData('sqlite', measure) };

async function measure(data: string): Promise<readonly BenchResult[]> {
  const store = await openStore(data);
  try {
    await fill(store);
    const results: BenchResult[] = [];
    for (const name of ['overview', 'filtered', 'grouped'] as const) results.push(await timed(store, name));
    return results;
  } finally {
    await store.close();
  }
}

async function timed(store: Store, name: keyof typeof views): Promise<BenchResult> {
  const { goal, ...view } = views[name];
  const query: Query = { from: null, to: null, zone: 'Europe/Berlin', asOf: start + month, seed: 1, ...view };
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    // its own time: others work on this machine
    const from = process.cpuUsage();
    await readReport({ store, measures: published }, query);
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1_000);
  }
  return {
    name: `report.${name}`,
    unit: 'ms',
    value: Math.max(...times),
    goal: `at most ${goal} for 1,000,000 cases; here ${cases}`,
  };
}

const start = 1_772_442_000_000;

/** Conversations of one to seven turns, spread over a month; every third customer comes twice. */
async function fill(store: Store): Promise<void> {
  const patterns = [1, 2, 3, 4, 5, 6, 7].flatMap((turns) =>
    readConversation(published, 'c', foldConversation(published, startConversation, conversation('c', turns))),
  );
  for (let n = 0; n < cases; n += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, cases - n) }, (_, index) => n + index);
    await Promise.all(group.map((index) => write(store, index, patterns[index % patterns.length])));
  }
}

async function write(store: Store, index: number, pattern: Facts | undefined): Promise<void> {
  if (!pattern) throw new Error('a conversation without a case');
  const id = `c${index}`;
  const startedAt = start + Math.floor((index / cases) * month);
  const facts: Facts = {
    ...pattern,
    case: `${id}/1`,
    conversation: id,
    conversations: [id],
    customer: `k${Math.floor((index * 3) / 4)}`,
    startedAt,
    lastAt: startedAt + (pattern.lastAt - pattern.startedAt),
    touchpoint: index % 5 === 0 ? 'web:help' : 'web:default',
  };
  await store.writeFacts(id, 1, [{ case: facts.case, conversation: id, startedAt, facts: canonicalJson(facts) }]);
}
