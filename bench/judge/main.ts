/**
 * `npm run bench:judge -- --data DIR [--json]`: how well effort and the probability of being solved tell what people said of real conversations. Only this bench reads
 * what they said: `touchpoint judge` never does.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { areaUnderCurve } from '../../src/intents/evaluation/area-under-curve.ts';
import { load, machine } from '../machine.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean' } } });
const { data } = values;
if (data === undefined) {
  process.stderr.write('bench:judge: name the folder of the data\n  fix: npm run bench:judge -- --data DIR\n');
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));

const rowSchema = z.object({ effort: z.number().nullable(), resolved: z.number(), customerTurns: z.number() });
const callSchema = z.object({ luhf: z.boolean() });
const dialogueSchema = z.object({ labels: z.object({ task_success: z.boolean().nullable() }) });

type Row = z.infer<typeof rowSchema>;

const calls = linesOf('betold/train.jsonl', callSchema);
const judgedCalls = await judged('betold');
const dialogues = linesOf('star/train.jsonl', dialogueSchema);
const judgedDialogues = await judged('star');
const isBroken = calls.map(({ luhf }) => luhf);
const isSolved = dialogues.map(({ labels }) => labels.task_success);

const report = {
  schema: 'bench-judge/1',
  machine: machine(),
  load: load(),
  betold: {
    conversations: calls.length,
    effortAuroc: aurocOf(judgedCalls, isBroken, ({ effort }) => effort ?? 0),
    turnsAuroc: aurocOf(judgedCalls, isBroken, ({ customerTurns }) => customerTurns),
    brokenByBand: [0, 20, 40, 60, 80].map((from) => brokenFrom(from)),
  },
  star: {
    conversations: isSolved.filter((solved) => solved !== null).length,
    resolvedAuroc: aurocOf(judgedDialogues, isSolved, ({ resolved }) => resolved),
  },
};
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : readable());

async function judged(set: string): Promise<readonly Row[]> {
  const args = [
    'judge',
    join(data ?? '', set, 'train.jsonl'),
    '--map',
    join(root, 'docs', 'judge', `${set}.yaml`),
    '--json',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'bin', 'touchpoint.js'), ...args], {
    maxBuffer: 2 ** 28,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

function linesOf<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(join(data ?? '', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

/** @param holds of each row; `null` where nobody said */
function aurocOf(rows: readonly Row[], holds: readonly (boolean | null)[], of: (row: Row) => number): number | null {
  const scores = (wanted: boolean) => rows.filter((_, index) => holds[index] === wanted).map(of);
  return areaUnderCurve(scores(true), scores(false));
}

function brokenFrom(from: number) {
  const isLast = from === 80;
  const inBand = judgedCalls.flatMap(({ effort }, index) =>
    effort !== null && effort >= from && (isLast || effort < from + 20) ? [isBroken[index] === true] : [],
  );
  return { from, calls: inBand.length, share: inBand.filter(Boolean).length / inBand.length };
}

function readable(): string {
  const { betold, star } = report;
  const { cpu, cores, memoryGiB, node } = report.machine;
  const bands = betold.brokenByBand.map(
    ({ from, calls: n, share }) => `${from}: ${(100 * share).toFixed(0)} % of ${n}`,
  );
  return [
    `${cpu}, ${cores} cores, ${memoryGiB} GiB, Node ${node}; load ${report.load.join(' ')}`,
    `betold  effort ${betold.effortAuroc?.toFixed(3)} (goal: at least 0.74), turns alone ${betold.turnsAuroc?.toFixed(3)}`,
    `betold  broken down by effort from ${bands.join(', ')} (goal: rising)`,
    `star    resolved ${star.resolvedAuroc?.toFixed(3)} of ${star.conversations} (goal: at least 0.85)`,
    '',
  ].join('\n');
}
