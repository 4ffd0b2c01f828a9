/**
 * `npm run bench [-- --json] [-- --only NAME]`: the figures the project holds itself to, with machine, load and ratios.
 */
import { parseArgs } from 'node:util';
import { middlewareBenchmark } from './channels/middleware.ts';
import { telegramBenchmark } from './channels/telegram.ts';
import { checkBenchmark } from './check.ts';
import { stepBenchmark } from './dialogs/step.ts';
import { factsBenchmark } from './http/facts.ts';
import { processesBenchmark } from './http/processes.ts';
import { turnBenchmark } from './http/turn.ts';
import { load, machine } from './machine.ts';
import { foldBenchmark } from './measurement/fold.ts';
import { rebuildBenchmark } from './measurement/rebuild.ts';
import { reportBenchmark } from './measurement/report.ts';
import { servedBenchmark } from './measurement/served.ts';
import { reloadBenchmark } from './reload.ts';
import type { BenchResult } from './result.ts';
import { startBenchmark } from './start.ts';
import { growthBenchmark } from './storage/growth.ts';
import { deskBenchmark } from './web/desk.ts';
import { socketsBenchmark } from './web/sockets.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const benchmarks = [
  startBenchmark,
  checkBenchmark,
  reloadBenchmark,
  turnBenchmark('sqlite'),
  turnBenchmark('postgres'),
  processesBenchmark,
  factsBenchmark('sqlite'),
  factsBenchmark('postgres'),
  growthBenchmark('sqlite'),
  growthBenchmark('postgres'),
  stepBenchmark,
  foldBenchmark,
  rebuildBenchmark,
  reportBenchmark,
  servedBenchmark,
  socketsBenchmark,
  deskBenchmark,
  telegramBenchmark,
  middlewareBenchmark,
];
const wanted = benchmarks.filter(({ name }) => values.only === undefined || name === values.only);
if (wanted.length === 0) {
  const names = benchmarks.map(({ name }) => name).join(', ');
  process.stderr.write(`no benchmark is called '${values.only}': there are ${names}\n`);
  process.exit(2);
}

const results: BenchResult[] = [];
for (const benchmark of wanted) results.push(...(await benchmark.measure()));

const report = { schema: 'bench/1', machine: machine(), load: load(), results };
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${readable()}\n`);

function readable(): string {
  const { cpu, cores, memoryGiB, node } = report.machine;
  const lines = results.map((result) => {
    const peer =
      result.peer === undefined ? '' : `  ${result.peer} ${round(result.peerValue)}  ratio ${round(result.ratio)}`;
    const latency = result.p50Ms === undefined ? '' : `  p50 ${result.p50Ms} ms  p99 ${result.p99Ms} ms`;
    const goal = result.goal === undefined ? '' : `  (goal: ${result.goal})`;
    return `${result.name.padEnd(18)} ${round(result.value)} ${result.unit}${latency}${peer}${goal}`;
  });
  return [`${cpu}, ${cores} cores, ${memoryGiB} GiB, Node ${node}; load ${report.load.join(' ')}`, ...lines].join('\n');
}

function round(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 100) / 100);
}
