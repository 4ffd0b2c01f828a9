import type { HttpAnswer } from '../../channels/contract/http.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** Seconds after which a failed write is worth another try: a disk is made free, a lock is released. */
const retrySeconds = 2;

/**
 * What a caller is told of a failure, in the shape of Direct Line: `{"error":{"code","message"}}`. A failed store is 503: nothing was taken and the
 * same request may be sent again. Of anything unforeseen only that it happened is told.
 */
export function errorAnswer(error: unknown): HttpAnswer {
  if (!(error instanceof TouchpointError))
    return errorBody(500, 'INTERNAL', 'something went wrong here; it has been logged');
  const message = error.fix === undefined ? error.message : `${error.message}; ${error.fix}`;
  const status = statusOf(error.code);
  const answer = errorBody(status, error.code, message);
  return status === 503 ? { ...answer, headers: { 'Retry-After': String(retrySeconds) } } : answer;
}

/** An error body with any status. */
export function errorBody(status: number, code: string, message: string): HttpAnswer {
  return { status, body: JSON.stringify({ error: { code, message } }) };
}

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_REQUEST: 400,
  USAGE: 400,
  UNAUTHORISED: 401,
  FORBIDDEN: 403,
  CASE_UNKNOWN: 404,
  TOO_LARGE: 413,
};

function statusOf(code: ErrorCode): number {
  return statuses[code] ?? (code.startsWith('STORE_') ? 503 : 500);
}
