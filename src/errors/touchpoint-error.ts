import type { ErrorCode } from './codes.ts';
import type { Where } from './where.ts';

export type ErrorDetails = {
  readonly where?: Where;
  /** What the reader can do about it, as an imperative. */
  readonly fix?: string;
  readonly cause?: unknown;
};

/**
 * The one error class: a code of the registry, what happened, where, and how to mend it.
 *
 * Thrown at boundaries and for programmers' mistakes only; pure code returns problems as data.
 */
export class TouchpointError extends Error {
  readonly code: ErrorCode;
  readonly where: Where | undefined;
  readonly fix: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.name = 'TouchpointError';
    this.code = code;
    this.where = details.where;
    this.fix = details.fix;
  }
}
