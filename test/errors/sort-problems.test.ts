import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, sortProblems } from '../../src/errors/problem.ts';

function problem(file: string, line: number, rest: Partial<Problem> = {}): Problem {
  const column = rest.column ?? 1;
  return {
    ...{ file, line, column, endLine: line, endColumn: column + 1 },
    ...{ code: 'YAML_SYNTAX', severity: 'error', message: 'broken' },
    ...rest,
  };
}

describe('problems', () => {
  it('stand in the order of file, line, column and code', () => {
    const sorted = [
      problem('dialogs/a.yaml', 2),
      problem('dialogs/a.yaml', 10),
      problem('dialogs/a.yaml', 10, { column: 5 }),
      problem('dialogs/a.yaml', 10, { column: 11 }),
      problem('dialogs/a.yaml', 10, { column: 11, code: 'YAML_TRAP' }),
      problem('dialogs/b.yaml', 1),
    ];
    expect(sortProblems(sorted.toReversed())).toEqual(sorted);
  });

  it('stand in the same order however they were found', () => {
    const place = fc.record({
      file: fc.constantFrom('a', 'b'),
      line: fc.integer({ min: 1, max: 4 }),
      column: fc.integer({ min: 1, max: 4 }),
    });
    const several = fc.array(
      place.map(({ file, line, column }) => problem(file, line, { column })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(several, (problems) => {
        expect(sortProblems(problems.toReversed())).toEqual(sortProblems(problems));
      }),
    );
  });

  it('are not moved where they were collected', () => {
    const found = Object.freeze([problem('b', 1), problem('a', 1)]);
    sortProblems(found);
    expect(found.map(({ file }) => file)).toEqual(['b', 'a']);
  });

  it('may be none', () => {
    expect(sortProblems([])).toEqual([]);
  });
});
