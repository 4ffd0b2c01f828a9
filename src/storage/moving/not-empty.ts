import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** The error for a place that holds conversations already, or something else nobody wants to lose. `fix` says what to do instead. */
export function notEmpty(place: string, fix = elsewhere): TouchpointError {
  return new TouchpointError('STORE_NOT_EMPTY', `${place} already holds data`, { fix: `nothing was changed; ${fix}` });
}

const elsewhere = 'name a file that does not exist yet, or a new database (createdb NAME)';
