/**
 * The bounded version of `npm run torture`: so many conversations, so many faults, on both engines; and the three faults built in on purpose, which the
 * checker must find. A run that fails says by which command it is run again, and where everything that was seen is kept.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Postgres } from '../postgres/server.ts';
import { type Engine, openPostgres, openSqlite, removeFolder, startServer } from './faults/engine.ts';
import { faultsOf } from './faults/fault.ts';
import { type Outcome, type Run, torture } from './torture.ts';
import type { Break } from './worker/orders.ts';

let server: Postgres;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.end());

const seed = Number(process.env['TOUCHPOINT_TEST_SEED'] ?? 1);

type Wanted = Partial<Pick<Run, 'seed' | 'processes' | 'conversations' | 'every' | 'faults'>> & {
  readonly broken?: Break;
};

async function run(kind: Engine['kind'], wanted: Wanted): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoint-torture-'));
  const name = `torture_${wanted.broken?.replaceAll('-', '_') ?? 'whole'}_${wanted.seed ?? seed}`;
  const engine = kind === 'sqlite' ? await openSqlite(folder) : await openPostgres(server, name);
  const faults = wanted.faults ?? ['counterpart', ...Object.keys(faultsOf(kind))];
  const given = { seed, processes: kind === 'sqlite' ? 1 : 2, conversations: 30, every: 40, ...wanted, faults };
  try {
    const outcome = await torture({ engine, folder, atOnce: given.conversations, ...given });
    if (outcome.problems.length > 0 && !wanted.broken) tell(kind, given, folder);
    else await removeFolder(folder);
    return outcome;
  } finally {
    await engine.close();
  }
}

function tell(engine: string, given: Wanted, folder: string): void {
  const flags = { engine, seed, processes: given.processes, conversations: given.conversations, every: given.every };
  const command = Object.entries(flags).map(([name, value]) => `--${name} ${value}`);
  process.stderr.write(`npm run torture -- ${command.join(' ')} --faults ${given.faults}\nseen: ${folder}\n`);
}

it.each(['sqlite', 'postgres'] as const)(
  `on %s nothing is lost and nothing happens twice (seed ${seed})`,
  async (kind) => {
    const { problems, figures } = await run(kind, {});
    expect(problems).toEqual([]);
    expect(figures['faults']).toBeGreaterThan(3);
  },
);

it('finds out when messages are acknowledged before they are stored', async () => {
  const { problems } = await run('sqlite', {
    broken: 'early-acknowledgement',
    faults: ['kill'],
    conversations: 15,
    every: 30,
  });
  expect(problems.join('\n')).toMatch(/was acknowledged \(handled\) by p1 at \d+ and is not in the log/);
});

it('finds out when replies are sent by whoever reads of them', async () => {
  const { problems } = await run('postgres', { broken: 'outbox-without-claim', faults: [], conversations: 15 });
  expect(problems.join('\n')).toMatch(/was sent by p\d, answered, and sent again by p\d for no reason/);
});

it('finds out when the projector walks by a position that all conversations share', async () => {
  // whether anything is committed late enough to be passed by is a matter of chance in every run
  const wanted = { broken: 'projector-by-global-position', faults: ['clock'], conversations: 15, every: 20 } as const;
  let { problems } = await run('postgres', wanted);
  for (let more = 1; more < 8 && problems.length === 0; more++)
    ({ problems } = await run('postgres', { ...wanted, seed: seed + more }));
  expect(problems.join('\n')).toMatch(/the facts of case .* are .*, and made anew/);
});
