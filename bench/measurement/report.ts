/**
 * How long a report takes over many cases in a SQLite file: the first, for which all cases are read; the same again; then the overview, a filtered view and
 * one by group, each after a case has changed; the slowest of ten each. BENCH_CASES says how many cases.
 */

import { published } from '../../src/measurement/constants/measures.ts';
import { bandOf } from '../../src/measurement/effort/score.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import { createRandom } from '../../src/measurement/statistics/create-random.ts';
import { canonicalJson } from '../../src/reports/facts/canonical-json.ts';
import type { Query } from '../../src/reports/report/query.ts';
import { type Reports, readReports } from '../../src/reports/report/read-report.ts';
import { briefOf } from '../../src/reports/table/brief.ts';
import { keepTable } from '../../src/reports/table/keep-table.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { withData } from '../data/with-data.ts';
import type { Benchmark, BenchResult } from '../result.ts';
import { conversation } from './conversation.ts';

const cases = Number(process.env['BENCH_CASES'] ?? 20_000);
const atOnce = 500;
const runs = 10;
const month = 30 * 86_400_000;

const views = {
  first: { filters: {}, by: null, goal: 30_000, runs: 1, isMoving: true },
  again: { filters: {}, by: null, goal: 200, runs, isMoving: false },
  overview: { filters: {}, by: null, goal: 200, runs, isMoving: true },
  filtered: { filters: { touchpoint: 'web:help' }, by: null, goal: 500, runs, isMoving: true },
  grouped: { filters: {}, by: 'touchpoint', goal: 500, runs, isMoving: true },
} as const;

export const reportBenchmark: Benchmark = { name: 'report.cases', measure: () => withData('sqlite', measure) };

async function measure(data: string): Promise<readonly BenchResult[]> {
  const store = await openStore(data);
  try {
    const write = createWriter(store);
    await fill(write);
    const asked = { reports: readReports(keepTable(store)), change: () => write(0) };
    const results: BenchResult[] = [];
    for (const name of ['first', 'again', 'overview', 'filtered', 'grouped'] as const)
      results.push(await timed(asked, name));
    return results;
  } finally {
    await store.close();
  }
}

/** As many cases as BENCH_CASES says. */
export function fillWithCases(store: Store): Promise<void> {
  return fill(createWriter(store));
}

type Asked = { readonly reports: Reports; readonly change: () => Promise<void> };

async function timed({ reports, change }: Asked, name: keyof typeof views): Promise<BenchResult> {
  const { goal, runs: times, isMoving, ...view } = views[name];
  const query: Query = { from: null, to: null, zone: 'Europe/Berlin', asOf: start + month, seed: 1, ...view };
  const taken: number[] = [];
  for (let run = 0; run < times; run++) {
    if (isMoving) await change();
    // its own time: others work on this machine
    const from = process.cpuUsage();
    await reports.read(query, published);
    const { user, system } = process.cpuUsage(from);
    taken.push((user + system) / 1_000);
  }
  return {
    name: `report.${name}`,
    unit: 'ms',
    value: Math.max(...taken),
    goal: `at most ${goal} for 1,000,000 cases; here ${cases}`,
  };
}

const start = 1_772_442_000_000;

type Write = (index: number) => Promise<void>;

async function fill(write: Write): Promise<void> {
  for (let n = 0; n < cases; n += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, cases - n) }, (_, index) => n + index);
    await Promise.all(group.map(write));
  }
}

/** Conversations of one to seven turns, spread over a month; every third customer comes twice. */
function createWriter(store: Store): Write {
  const patterns = [1, 2, 3, 4, 5, 6, 7].flatMap((turns) =>
    readConversation(published, 'c', foldConversation(published, startConversation, conversation('c', turns))),
  );
  return async (index) => {
    const pattern = patterns[index % patterns.length];
    if (!pattern) throw new Error('a conversation without a case');
    const facts = varied(pattern, index);
    const { case: id, conversation: home, startedAt } = facts;
    const row = { case: id, conversation: home, startedAt, facts: canonicalJson(facts) };
    await store.writeFacts(home, 1, [{ ...row, brief: briefOf(published, [facts]) }]);
  };
}

function varied(pattern: Facts, index: number): Facts {
  const random = createRandom(index);
  const among = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const id = `c${index}`;
  const startedAt = start + Math.floor((index / cases) * month);
  const effort = Math.round(1000 * random() ** 2) / 10;
  const answered = random() < 0.1;
  return {
    ...pattern,
    ...{ case: `${id}/1`, conversation: id, conversations: [id], customer: `k${Math.floor((index * 3) / 4)}` },
    ...{ startedAt, lastAt: startedAt + (pattern.lastAt - pattern.startedAt) },
    touchpoint: index % 5 === 0 ? 'web:help' : among(['web:default', 'telegram:default', 'mail:default']),
    language: among(['en', 'de', 'es']),
    intent: `intent.${Math.floor(30 * random())}`,
    version: `v${Math.floor((10 * index) / cases)}`,
    effort: { value: effort, low: effort, high: effort, band: bandOf(published, effort) },
    outcome: { ...pattern.outcome, final: random() < 0.9, reopened: among([false, false, true, null]) },
    person: {
      asked: random() < 0.2,
      byBot: false,
      joined: random() < 0.2,
      secondsToPerson: random() < 0.1 ? 30 : null,
    },
    survey: {
      ...{ eligible: true, drawn: random() < 0.3 ? ['csat'] : [], reachable: true },
      items: answered
        ? [
            {
              item: 'csat',
              late: false,
              shown: true,
              value: 'x',
              commented: false,
              place: among([0, 1, 2, 3, 4]),
              steps: 5,
            },
          ]
        : [],
    },
  };
}
