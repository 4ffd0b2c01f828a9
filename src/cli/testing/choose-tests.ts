import { nearest } from '../../errors/nearest.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { ReadTests } from './format/read-tests.ts';

/**
 * The tests whose name or file holds the text, in any case; all where none is wanted.
 *
 * @throws TouchpointError USAGE where there are none
 */
export function chooseTests({ tests, problems }: ReadTests, wanted: string | undefined): ReadTests {
  if (tests.length === 0 && problems.length === 0) {
    throw new TouchpointError('USAGE', 'test: this bot has no conversation tests', {
      fix: 'write one as dialogs/tests/NAME.test.yaml, or make one of a real conversation with --record',
    });
  }
  if (wanted === undefined) return { tests, problems };
  const isWanted = (text: string) => text.toLowerCase().includes(wanted.toLowerCase());
  const chosen = {
    tests: tests.filter(({ name, file }) => isWanted(name) || isWanted(file)),
    problems: problems.filter(({ file }) => isWanted(file)),
  };
  if (chosen.tests.length + chosen.problems.length > 0) return chosen;
  const words = tests.flatMap(({ name }) => [name, ...name.split(/[\s,]+/)]);
  const near = nearest(wanted, words);
  throw new TouchpointError('USAGE', `test: no test has '${wanted}' in its name or file`, {
    fix: near ? `did you mean '${near}'?` : 'leave it out to run all tests',
  });
}
