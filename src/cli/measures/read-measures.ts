/**
 * The measures of a bot: number 1, which comes with this product, and what was published beside the bot since, as measures/measures-2.yaml and so on.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { type Measures, published } from '../../measurement/constants/measures.ts';
import type { Break } from '../../reports/report/query.ts';
import { type Output, problemText } from '../process/output.ts';
import { readMeasuresFile } from './read-measures-file.ts';

/** Every number there is, the latest last; figures are made with that one. */
export type MeasuresHistory = readonly [Measures, ...Measures[]];

export const measuresFolder = 'measures';
const fileName = /^measures-(\d+)\.(ya?ml|json)$/;

/** Reads all numbers; with problems, those before the first wrong one. */
export async function readMeasures(
  botFolder: string,
): Promise<{ readonly history: MeasuresHistory; readonly problems: readonly Problem[] }> {
  const files = await filesIn(botFolder);
  const history: [Measures, ...Measures[]] = [published];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = readMeasuresFile(file, history.length + 1);
    problems.push(...read.problems);
    if (read.measures && problems.length === 0) history.push(read.measures);
  }
  return { history, problems: sortProblems(problems) };
}

/**
 * The measures a command works with; what is wrong with their files is shown on stderr.
 *
 * @throws TouchpointError BOT_INVALID after all problems were shown
 */
export async function requireMeasures(botFolder: string, output: Pick<Output, 'err'>): Promise<MeasuresHistory> {
  const { history, problems } = await readMeasures(botFolder);
  for (const problem of problems) output.err(problemText(problem));
  if (problems.length === 0) return history;
  throw new TouchpointError('BOT_INVALID', `the measures in '${botFolder}' have errors`, {
    fix: 'mend what is listed above, or remove the file: what was published before stays as it is',
  });
}

export function latestOf(history: MeasuresHistory): Measures {
  return history.at(-1) ?? history[0];
}

/** When figures began to be made with other numbers than before. */
export function breaksOf(history: MeasuresHistory): readonly Break[] {
  return history.flatMap(({ published: at, number, effort, outcome }) =>
    at === undefined ? [] : [{ at, measures: number, effort: effort.id, outcome: outcome.id }],
  );
}

/** By number. */
async function filesIn(botFolder: string): Promise<readonly SourceFile[]> {
  const folder = join(botFolder, measuresFolder);
  const names = await readdir(folder).catch(emptyWhereMissing);
  const numbered = names.filter((name) => fileName.test(name)).sort((a, b) => numberIn(a) - numberIn(b));
  return Promise.all(
    numbered.map(async (name) => ({
      path: `${measuresFolder}/${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

function numberIn(name: string): number {
  return Number(fileName.exec(name)?.[1]);
}

function emptyWhereMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
