import { paintFor } from '../../../reports/terminal/paint.ts';
import type { Coverage, Missed, Share } from '../reach/coverage.ts';
import type { TestResult } from '../running/run-test.ts';
import { renderFailure } from './render-failure.ts';
import type { Printed } from './to-json.ts';

/** A run in the terminal: a line for each test, failures in full, and what was covered. Tests that pass are one line each. */
export function renderRun(
  { run, broken, isAll, withCoverage }: Printed,
  { colour }: { readonly colour: boolean },
): string {
  const paint = paintFor(colour);
  const files = Map.groupBy(run.results, ({ test }) => test.file);
  const lines = [...files].flatMap(([file, results]) => [paint.dim(file), ...results.flatMap(lineOf), '']);
  const failed = run.results.filter(({ ok }) => !ok).length + broken.size;
  const passed = run.results.filter(({ ok }) => ok).length;
  const { coverage, seconds } = run;
  const counts = [failed > 0 ? paint.bad(`${failed} failed`) : '', paint.good(`${passed} passed`)].filter(Boolean);
  return [
    ...lines,
    ...(withCoverage ? [...missedLines(coverage), ''] : []),
    `${counts.join(', ')} in ${seconds.toFixed(2)} s${isAll ? share(coverage) : ''}`,
  ].join('\n');

  function lineOf(result: TestResult): readonly string[] {
    const { test, ok, effort } = result;
    const about = effort === null ? '' : paint.dim(`  effort ${effort}`);
    const line = `  ${ok ? paint.good('✓') : paint.bad('✗')} ${test.name}${about}`;
    return ok ? [line] : [line, ...renderFailure(result, paint), ''];
  }
}

function share({ steps, branches }: Coverage): string {
  return `; steps ${percent(steps)}, branches ${percent(branches)}`;
}

function percent({ covered, total }: Share): string {
  return total === 0 ? 'none' : `${covered} of ${total} (${Math.floor((covered / total) * 100)} %)`;
}

function missedLines({ missed }: Coverage): readonly string[] {
  return missed.length === 0 ? ['Every step and branch was reached.'] : ['Never reached:', ...missed.map(missedLine)];
}

function missedLine({ file, line, dialog, step, kind, branch }: Missed): string {
  const what = branch === null ? kind : `${kind}: ${branch}`;
  return `  ${file}:${line}  ${dialog}/${step}  ${what}`;
}
