import { type Problem, sortProblems } from '../../errors/problem.ts';
import { checkShape } from '../../files/check-shape.ts';
import { readYaml } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { type Measures, measuresSchema } from '../../measurement/constants/measures.ts';

/** @property measures `undefined` when there are problems */
export type ReadMeasuresFile = { readonly measures: Measures | undefined; readonly problems: readonly Problem[] };

/**
 * Reads one file of measures, YAML or JSON: every problem has its place.
 *
 * @param number the one it must have; `undefined`: any
 */
export function readMeasuresFile(file: SourceFile, number?: number): ReadMeasuresFile {
  const document = readYaml(file);
  const shaped = checkShape(document, measuresSchema);
  const problems = [...document.problems, ...shaped.problems];
  const found = shaped.value;
  if (found && number !== undefined && found.number !== number)
    problems.push({
      ...document.place(['number']),
      code: 'MEASURES_NUMBER',
      severity: 'error',
      message: `these are measures number ${found.number}, where number ${number} is next`,
      fix: `write number: ${number} in a file measures-${number}.yaml, or let \`touchpoint measures publish\` do it`,
    });
  if (found && number !== undefined && found.published === undefined)
    problems.push({
      ...document.place([]),
      code: 'SCHEMA_INVALID',
      severity: 'error',
      message: 'it is not said since when these measures hold',
      fix: 'add published: 2026-11-22T00:00:00Z, or let `touchpoint measures publish` do it',
    });
  const errors = problems.some(({ severity }) => severity === 'error');
  return { measures: errors ? undefined : found, problems: sortProblems(problems) };
}
