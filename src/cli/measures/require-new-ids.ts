import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../errors/problem.ts';
import { readYaml } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { Measures } from '../../measurement/constants/measures.ts';

/** A published version of a metric is never changed: other weights, or other odds, need another name. */
export function requireNewIds(file: SourceFile, before: Measures, after: Measures): readonly Problem[] {
  const document = readYaml(file);
  return (['effort', 'outcome'] as const)
    .filter((part) => before[part].id === after[part].id && !isDeepStrictEqual(before[part], after[part]))
    .map((part) => ({
      ...document.place([part, 'id']),
      code: 'MEASURES_CHANGED',
      severity: 'error',
      message: `${after[part].id} is published, and says something else`,
      fix: `give what you changed a name of its own, as ${after[part].id}-${before.number + 1}`,
    }));
}
