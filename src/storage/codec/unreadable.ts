import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** The error for a stored row that does not hold what was once written. `what` names the row, `why` what is wrong with it. */
export function unreadable(what: string, why: string, cause?: unknown): TouchpointError {
  return new TouchpointError('STORE_FAILED', `${what} cannot be read: ${why}`, {
    fix: 'the database was damaged or edited by hand; restore it from a backup',
    ...(cause === undefined ? {} : { cause }),
  });
}
