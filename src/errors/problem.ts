import type { ErrorCode } from './codes.ts';
import type { Where } from './where.ts';

export type Severity = 'error' | 'warning' | 'hint';

/**
 * One finding in a file of the bot, as data: reading code collects problems and never throws them.
 *
 * `fix` says what to type instead; `related` points at the other half of a contradiction.
 */
export type Problem = Where & {
  readonly code: ErrorCode;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: string;
  /** the name that is said not to exist, where that is what is wrong */
  readonly unknown?: string;
  readonly related?: readonly Related[];
};

export type Related = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/** Orders problems by file, line and column: the order in which a person mends them. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
