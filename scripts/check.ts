/**
 * `npm run check`: every guard of the house, a line each. `--only layers,dead` runs some of them.
 *
 * A guard that looked at nothing has failed: tools that silently check no file are worse than none.
 */
import { parseArgs } from 'node:util';
import type { Finding, Guard } from './check/guard.ts';
import { guards } from './check/guards.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
process.exitCode = await check(process.cwd(), chosen(values.only));

async function check(root: string, wanted: readonly Guard[]): Promise<number> {
  // Two at a time: the slow ones are processes of their own, and the smallest machine has two cores.
  const waiting = [...wanted];
  const lanes = [run(root, waiting), run(root, waiting)];
  const failed = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
  return failed > 0 ? 1 : 0;
}

async function run(root: string, waiting: Guard[]): Promise<number> {
  let failed = 0;
  for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
    const finding = await guard.look(root);
    console.log(describe(guard, finding));
    if (!isGood(finding)) failed++;
  }
  return failed;
}

function isGood({ files, problems }: Finding): boolean {
  return files > 0 && problems.length === 0;
}

function describe(guard: Guard, finding: Finding): string {
  const { files, problems } = finding;
  const line = `${isGood(finding) ? 'ok  ' : 'FAIL'} ${guard.name.padEnd(8)} ${String(files).padStart(4)} files  ${guard.about}`;
  const nothing = files === 0 ? ['looked at no file at all: the guard itself is broken'] : [];
  return [line, ...[...nothing, ...problems].map((problem) => problem.replace(/^/gm, '     '))].join('\n');
}

function chosen(only: string | undefined): readonly Guard[] {
  if (only === undefined) return guards;
  const names = only.split(',');
  const unknown = names.filter((name) => guards.every((guard) => guard.name !== name));
  if (unknown.length === 0) return guards.filter((guard) => names.includes(guard.name));
  console.error(`No guard is called ${unknown.join(', ')}. There are: ${guards.map((guard) => guard.name).join(', ')}`);
  process.exit(2);
}
