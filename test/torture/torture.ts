/**
 * One run: customers talk, faults are done to everything between them and the log, and when it is quiet again the checker looks at what is left. The
 * seed decides what customers say, how the counterpart behaves, and which faults are done in which order; how the processes' own work falls between
 * them is not in anybody's hand, so a seed that fails may have to be run a few times.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { schema } from '../../src/storage/schema/schema.ts';
import { check } from './check/check.ts';
import { shortTimerMs } from './check/timers-once.ts';
import { diceFor } from './dice-for.ts';
import type { Engine } from './faults/engine.ts';
import { faultsOf } from './faults/fault.ts';
import { type Process, startProcess } from './faults/processes.ts';
import { watchLeases } from './faults/watch-leases.ts';
import { type Counterpart, openCounterpart } from './outside/counterpart.ts';
import { talk } from './outside/customers.ts';
import { type Journal, openJournal, readJournal } from './outside/journal.ts';
import type { Break } from './worker/orders.ts';

/**
 * @property conversations how many there are, `atOnce` of them at a time; with `seconds` as many as fit into these
 * @property faults names of those that are done, one after another; `counterpart` makes channel, actions and customers unruly
 * @property every acknowledgements between two faults
 * @property folder where the log of the counterpart and of the processes are kept
 * @property broken what is wrong with the processes on purpose
 */
export type Run = {
  readonly seed: number;
  readonly engine: Engine;
  readonly processes: number;
  readonly conversations: number;
  readonly seconds?: number;
  readonly atOnce: number;
  readonly faults: readonly string[];
  readonly every: number;
  readonly folder: string;
  readonly broken?: Break;
};

export type Outcome = {
  readonly problems: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
};

export async function torture(run: Run): Promise<Outcome> {
  mkdirSync(run.folder, { recursive: true });
  const journal = openJournal(join(run.folder, 'counterpart.jsonl'));
  const isRude = run.faults.includes('counterpart');
  const counterpart = await openCounterpart({ journal, seed: run.seed, isRude });
  const processes = await Promise.all(
    Array.from({ length: run.processes }, (_, index) => {
      const orders = { name: `p${index + 1}`, data: run.engine.url, counterpart: counterpart.url };
      return startProcess({ orders: { ...orders, broken: run.broken ?? null }, folder: run.folder, journal });
    }),
  );
  const scene = { ...run, journal, processes, counterpart };
  const unwatch = watchLeases(run.engine, journal);
  const { conversations, faults } = await talkAndTorment(scene, isRude);
  const restless = await comeToRest(scene);
  await unwatch();
  const ended = await Promise.all(processes.map((process) => process.end()));
  await counterpart.close();
  const unruly = ended.flatMap((isGood, index) => (isGood ? [] : [`p${index + 1} did not end in good order`]));
  const found = await check({
    engine: run.engine,
    journal: readJournal(journal.file),
    isQuiet: restless === undefined,
  });
  const problems = [...(restless === undefined ? [] : [restless]), ...unruly, ...found.problems];
  if (problems.length > 0) await keep(run);
  return { problems, figures: { conversations, faults, ...found.figures } };
}

/** What a run that failed has left, table by table. */
async function keep({ engine, folder }: Run): Promise<void> {
  for (const table of Object.keys(schema.tables)) {
    const rows = await engine.ask(`select * from ${table}`);
    writeFileSync(join(folder, `${table}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
}

type Stage = Omit<Run, 'processes'> & {
  readonly journal: Journal;
  readonly processes: readonly Process[];
  readonly counterpart: Counterpart;
};

async function talkAndTorment(stage: Stage, isRude: boolean): Promise<{ conversations: number; faults: number }> {
  const until = stage.seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + stage.seconds * 1_000;
  const driver = drive(stage);
  let conversations = 0;
  const talking = {
    seed: stage.seed,
    journal: stage.journal,
    doors: () => doorsOf(stage.processes),
    isSmooth: !isRude,
    onAcknowledged: driver.count,
  };
  const customer = async (): Promise<void> => {
    while (conversations < stage.conversations && performance.now() < until) await talk(talking, `c${++conversations}`);
  };
  await Promise.all(Array.from({ length: stage.atOnce }, customer));
  return { conversations, faults: await driver.end() };
}

function doorsOf(processes: readonly Process[]): ReadonlyMap<string, string> {
  return new Map(
    processes.flatMap((process) => {
      const url = process.url();
      return url === undefined ? [] : [[process.name, url] as const];
    }),
  );
}

/** One fault after another, each when so many more messages were acknowledged: work is counted, not time. */
function drive(stage: Stage): { count(): void; end(): Promise<number> } {
  const dice = diceFor(stage.seed, 'faults');
  const possible = faultsOf(stage.engine.kind);
  const [first, ...others] = stage.faults.filter((name) => name in possible);
  let acknowledged = 0;
  let done = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    count() {
      if (first === undefined || ++acknowledged % stage.every !== 0) return;
      const [name, process] = [dice.pick([first, ...others]), stage.processes[dice.below(stage.processes.length)]];
      last = last.then(() => act(name, process));
    },
    async end() {
      await last;
      return done;
    },
  };

  async function act(name: string, process: Process | undefined): Promise<void> {
    const fault = possible[name];
    if (!fault || !process) return;
    done++;
    stage.journal.write({ what: 'fault', fault: name, about: process.name });
    await fault({ dice: diceFor(stage.seed, name, done), process, engine: stage.engine, journal: stage.journal });
    stage.journal.write({ what: 'fault', fault: `${name} over`, about: process.name });
  }
}

const dayMs = 24 * 3_600_000;
const longestMs = 60_000;

/** Everything works and behaves, and two days pass: then nothing may be left to do. Returns what is, where it does not end. */
async function comeToRest({ processes, counterpart, engine }: Stage): Promise<string | undefined> {
  counterpart.behave();
  await Promise.all(processes.map((process) => process.calm()));
  const until = performance.now() + longestMs;
  for (;;) {
    for (const process of processes) await process.turn(2 * dayMs, true);
    const left = await leftOf(engine);
    if (left.length === 0) return undefined;
    if (performance.now() > until) return `it does not come to rest: ${left.join(', ')}`;
    await setTimeout(200);
  }
}

const work = {
  'replies to be delivered': 'select count(*) as n from outbox',
  'actions under way': 'select count(*) as n from actions',
  'messages that wait': 'select count(*) as n from inbox where place is not null',
  'conversations whose facts are stale': 'select count(*) as n from dirty',
};

async function leftOf(engine: Engine): Promise<readonly string[]> {
  // what fired at the end of the two days may have set short timers once more: they are waited for
  const due = `select count(*) as n from timers where due_at <= ${Date.now() + 2 * dayMs + shortTimerMs}`;
  const counts = Object.entries({ ...work, 'timers that are due': due }).map(async ([name, query]) => {
    const n = Number((await engine.ask(query))[0]?.['n']);
    return n === 0 ? [] : [`${n} ${name}`];
  });
  return (await Promise.all(counts)).flat();
}
