import { type Problem, sortProblems } from '../../errors/problem.ts';
import type { Example } from '../../intents/example.ts';
import { outOfScope } from '../../intents/example.ts';
import { type Called, textOf } from '../command.ts';
import { readRows } from './read-rows.ts';

/** The sets of labelled texts a command was called with; those that were not named are `undefined`. */
export type LabelledFiles = {
  readonly train: readonly Example[] | undefined;
  readonly validation: readonly Example[] | undefined;
  readonly test: readonly Example[] | undefined;
  readonly problems: readonly Problem[];
};

/** Reads `--train`, `--validation` and `--test`, each with its `--oos-…`, whose rows are out of scope whatever they say. */
export async function labelledFiles(called: Called): Promise<LabelledFiles> {
  const problems: Problem[] = [];
  const readOne = async (option: string) => {
    const file = textOf(called, option);
    if (file === undefined) return undefined;
    const read = await readRows(file);
    problems.push(...read.problems);
    return read.rows;
  };
  const readSet = async (name: string) => {
    const rows = await readOne(name);
    const outside = await readOne(`oos-${name}`);
    if (!rows && !outside) return undefined;
    return [...(rows ?? []), ...(outside ?? []).map(({ text }) => ({ text, intent: outOfScope }))];
  };
  const sets = { train: await readSet('train'), validation: await readSet('validation'), test: await readSet('test') };
  return { ...sets, problems: sortProblems(problems) };
}
