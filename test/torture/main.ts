/**
 * `npm run torture -- [--seed N] [--seconds S] [--engine sqlite|postgres] [--processes N] [--at-once N] [--faults a,b]`: see docs/torture.md.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPostgres, openSqlite, removeFolder, startServer } from './faults/engine.ts';
import { faultsOf } from './faults/fault.ts';
import { torture } from './torture.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    engine: { type: 'string', default: 'postgres' },
    processes: { type: 'string', default: '3' },
    'at-once': { type: 'string', default: '200' },
    conversations: { type: 'string' },
    every: { type: 'string', default: '150' },
    faults: { type: 'string' },
  },
});
const kind = values.engine === 'sqlite' ? 'sqlite' : 'postgres';
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const faults = values.faults?.split(',') ?? ['counterpart', ...Object.keys(faultsOf(kind))];
const folder = mkdtempSync(join(tmpdir(), 'touchpoint-torture-'));
const server = kind === 'postgres' ? await startServer() : undefined;
const engine = server ? await openPostgres(server, `torture_${seed}`) : await openSqlite(folder);
try {
  const { problems, figures } = await torture({
    seed,
    engine,
    faults,
    folder,
    processes: kind === 'sqlite' ? 1 : Number(values.processes),
    conversations: Number(values.conversations ?? Number.POSITIVE_INFINITY),
    ...(values.conversations === undefined ? { seconds: Number(values.seconds) } : {}),
    atOnce: Number(values['at-once']),
    every: Number(values.every),
  });
  const counts = Object.entries(figures).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`seed ${seed} on ${kind}: ${counts.join(', ')}\n`);
  for (const problem of problems.slice(0, 40)) process.stdout.write(`  ${problem}\n`);
  if (problems.length === 0) await removeFolder(folder);
  else process.stdout.write(`${problems.length} problems; everything that was seen is in ${folder}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await engine.close();
  await server?.end();
}
