/**
 * `npm run bench:nlu -- --data DIR [--json] [--only SET] [--alone]`: how well messages are understood on public sets, beside peers in the same run.
 */
import { parseArgs } from 'node:util';
import { scoresOf } from '../../src/intents/evaluation/scores-of.ts';
import { quantile } from '../../src/measurement/statistics/quantile.ts';
import { load, machine } from '../machine.ts';
import type { Contestant, Run } from './contestant.ts';
import { peers } from './peers.ts';
import { type SampleResult, sampleBot } from './sample-bot.ts';
import { type DataSet, dataSets } from './sets.ts';
import { touchpoint } from './touchpoint.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    alone: { type: 'boolean' },
  },
});
if (values.data === undefined) {
  process.stderr.write('bench:nlu: name the folder of the data\n  fix: npm run bench:nlu -- --data DIR\n');
  process.exit(2);
}
const contestants = values.alone ? [touchpoint] : [touchpoint, ...peers];
const results: (Row | SampleResult)[] = [];
if (values.only === undefined || values.only === 'sample') {
  for (const sample of await sampleBot()) {
    results.push(sample);
    say(
      `${sample.set.padEnd(17)} ${sample.phrases} phrases of ${sample.intents} intents  trained ${sample.seconds.toFixed(2)} s, ${sample.cpuSeconds.toFixed(2)} s of processors  ${(sample.modelBytes / 1_000_000).toFixed(1)} MB`,
    );
  }
}
for (const [name, read] of dataSets(values.data)) {
  if (values.only !== undefined && values.only !== name) continue;
  for (const contestant of contestants) results.push(await result(contestant, read()));
}
const report = { schema: 'bench-nlu/1', machine: machine(), load: load(), results };
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);

type Result = ReturnType<typeof figures>;
type Row = Result | { readonly set: string; readonly classifier: string; readonly tooLarge: true };

async function result(contestant: Contestant, set: DataSet): Promise<Row> {
  const work = set.train.length * new Set(set.train.map(({ intent }) => intent)).size;
  if (work > contestant.mostWork) {
    say(`${set.name.padEnd(17)} ${contestant.name.padEnd(14)} left out: too large for it`);
    return { set: set.name, classifier: contestant.name, tooLarge: true };
  }
  const found = figures(set, contestant, await contestant.run(set));
  say(readable(found));
  return found;
}

function figures(set: DataSet, { name: classifier }: Contestant, { predictions, ...taken }: Run) {
  const micros = predictions.map((one) => one.micros).sort((a, b) => a - b);
  const [p50Micros, p99Micros] = [quantile(micros, 0.5) ?? null, quantile(micros, 0.99) ?? null];
  return {
    set: set.name,
    classifier,
    trainRows: set.train.length,
    ...taken,
    ...scoresOf(predictions),
    p50Micros,
    p99Micros,
  };
}

function readable(found: Result): string {
  const share = (value: number | null) => (value === null ? '    –' : `${(100 * value).toFixed(1).padStart(5)}`);
  return [
    found.set.padEnd(17),
    found.classifier.padEnd(14),
    `right ${share(found.accuracy)}  sure and right ${share(found.accuracyAtThreshold)}  out of scope left alone ${share(found.oosRecall)}`,
    `AUROC ${share(found.auroc)}  off the truth ${share(found.ece)}`,
    `trained ${found.seconds.toFixed(1)} s, ${found.cpuSeconds.toFixed(1)} s of processors  p50 ${Math.round(found.p50Micros ?? 0)} µs  p99 ${Math.round(found.p99Micros ?? 0)} µs`,
    ...(found.modelBytes === undefined ? [] : [`${(found.modelBytes / 1_000_000).toFixed(1)} MB`]),
  ].join('  ');
}

function say(line: string): void {
  if (!values.json) process.stdout.write(`${line}\n`);
}
