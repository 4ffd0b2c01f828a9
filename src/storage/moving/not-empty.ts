import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** The error for a place that holds conversations already, or something else. */
export function notEmpty(place: string): TouchpointError {
  return new TouchpointError('STORE_NOT_EMPTY', `${place} already holds data`, {
    fix: 'name a file that does not exist yet, or a new database (createdb NAME); nothing was changed',
  });
}
