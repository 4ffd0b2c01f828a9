/** One seed: its worlds lived, reviewers looking at the cases drawn for them, and the report of all. */
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { buildReport } from '../../reports/report/build-report.ts';
import type { Query } from '../../reports/report/query.ts';
import type { Report } from '../../reports/report/report.ts';
import { reviewsOf } from '../../reports/review/list-reviews.ts';
import { tableOf } from '../../reports/table/table-of.ts';
import { latestOf } from '../measures/read-measures.ts';
import { truthOf } from './figures/truth-of.ts';
import type { Lived, Verdict, WorldTask } from './lanes/lane.ts';
import type { LivedIn, Pool } from './lanes/open-pool.ts';
import type { Prepared } from './lanes/prepare.ts';
import type { Life } from './living/living.ts';
import { endsAt } from './world/live-world.ts';

/** @property lives what became of every customer, and what it cost them */
export type SeedRun = {
  readonly seed: number;
  readonly report: Report;
  readonly facts: readonly Facts[];
  readonly lives: readonly Life[];
};

/** Customers of one world: it is lived in one thread, with a service of its own. */
const worldSize = 500;

type Asked = { readonly seed: number; readonly count: number };

export async function runSeed(pool: Pool, { bot, simulation }: Prepared, { seed, count }: Asked): Promise<SeedRun> {
  const lived = await Promise.all(worldsOf(seed, count).map(async (task) => ({ task, ...(await pool.live(task)) })));
  const lives = lived.flatMap((one) => one.lives);
  const { zone } = bot.config;
  const query: Query = { from: null, to: null, zone, asOf: endsAt(simulation), filters: {}, by: null, seed: 1 };
  const measures = latestOf(bot.history);
  const verdicts = judged(together(lived), lives, { query, measures });
  const facts = together(await Promise.all(lived.map(async (one) => ({ facts: await reviewed(one, verdicts) }))));
  return { seed, report: buildReport(facts, query, measures), facts, lives };
}

/** A seed's customers, divided. */
export function worldsOf(seed: number, count: number): readonly WorldTask[] {
  return Array.from({ length: Math.ceil(count / worldSize) }, (_, world) => {
    const from = world * worldSize;
    return { seed, world, from, count: Math.min(worldSize, count - from) };
  });
}

type InWorld = LivedIn & { readonly task: WorldTask };

function reviewed({ task, facts, judge }: InWorld, verdicts: readonly Verdict[]): Promise<readonly Facts[]> {
  const own = new Set(facts.map((one) => one.case));
  return judge(
    task,
    verdicts.filter((verdict) => own.has(verdict.case)),
  );
}

type Reviewing = { readonly query: Query; readonly measures: Measures };

/** Reviewers look at the cases drawn for them, and find the truth. */
function judged(facts: readonly Facts[], lives: readonly Life[], { query, measures }: Reviewing): readonly Verdict[] {
  const truth = truthOf(lives);
  const byCase = new Map(facts.map((one) => [one.case, one]));
  const { items } = reviewsOf(tableOf(measures, facts), query);
  return items.flatMap(({ case: id, sample }) => {
    const one = byCase.get(id);
    if (sample !== 'assumed' || !one) return [];
    return [{ conversation: one.conversation, case: id, value: truth(one) }];
  });
}

/** In one order, however many worlds they come from. */
function together(worlds: readonly Pick<Lived, 'facts'>[]): readonly Facts[] {
  return worlds
    .flatMap(({ facts }) => facts)
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.case < b.case ? -1 : 1));
}
