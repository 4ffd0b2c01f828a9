import type { Problem } from '../../../errors/problem.ts';
import type { TestRun } from '../run-tests.ts';

/** @property broken problems of test files: each file counts as one failed test */
export type Printed = {
  readonly run: TestRun;
  readonly broken: ReadonlyMap<string, readonly Problem[]>;
  readonly prepareSeconds: number;
  /** all tests ran: what they cover can be told */
  readonly isAll: boolean;
  readonly withCoverage: boolean;
};

/** The document of `touchpoint test --json`. Source: contracts §5. */
export function toJson({ run, broken, prepareSeconds, withCoverage }: Printed): string {
  const { steps, branches, missed } = run.coverage;
  const tests = [
    ...run.results.map(({ test: { name, file, line }, ok, failures, outcome, effort, customerTurns }) => ({
      name,
      file,
      line,
      ok,
      failures: failures.map((one) => ({ line: one.line, expected: one.expected, got: one.got })),
      outcome,
      effort,
      customerTurns,
    })),
    ...[...broken].map(([file, problems]) => ({
      name: file,
      file,
      line: problems[0]?.line ?? 1,
      ok: false,
      failures: problems.map(({ line, message }) => ({ line, expected: 'a test that can be read', got: message })),
      outcome: null,
      effort: null,
      customerTurns: 0,
    })),
  ];
  return JSON.stringify({
    schema: 'test/1',
    passed: tests.filter(({ ok }) => ok).length,
    failed: tests.filter(({ ok }) => !ok).length,
    seconds: rounded(run.seconds),
    prepareSeconds: rounded(prepareSeconds),
    tests,
    coverage: { steps, branches, ...(withCoverage ? { missed } : {}) },
  });
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
