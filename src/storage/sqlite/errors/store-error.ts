import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { meaning, refusal } from './refusal.ts';

/**
 * Names what went wrong in SQLite. An error that is named already comes back as it is.
 *
 * @param file the database, for the message and to ask the system why it refused to write
 */
export function storeError(cause: unknown, file: string): TouchpointError {
  if (cause instanceof TouchpointError) return cause;
  const code = sqliteCode(cause);
  const why = code === IOERR || code === CANTOPEN ? refusal(file) : meaning(cause);
  if (code === FULL || why === 'full') return full(file, cause);
  if (code === READONLY || why === 'read-only') return readOnly(file, cause);
  return failed(code, file, cause);
}

/** Whether the error is about the database as a whole, so that every write of the moment fails, and not about one row. */
export function isOfDatabase(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== undefined && !ofRow.includes(code);
}

/** Whether another process held a lock that was needed. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === BUSY;
}

// Primary result codes of SQLite, https://www.sqlite.org/rescode.html
const ERROR = 1;
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const FULL = 13;
const CANTOPEN = 14;
const TOOBIG = 18;
const CONSTRAINT = 19;
const MISMATCH = 20;
const RANGE = 25;
const NOTADB = 26;
const ofRow: readonly number[] = [ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE];

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

function full(file: string, cause: unknown): TouchpointError {
  return new TouchpointError('STORE_FULL', `nothing was written to ${file}: there is no space left for it`, {
    fix: 'free space on the disk, or raise the quota or file-size limit; no restart is needed',
    cause,
  });
}

function readOnly(file: string, cause: unknown): TouchpointError {
  return new TouchpointError('STORE_READ_ONLY', `nothing was written to ${file}: it or its folder is read-only`, {
    fix: 'let this user write the file and its folder, or name another file with --data',
    cause,
  });
}

function failed(code: number | undefined, file: string, cause: unknown): TouchpointError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new TouchpointError('STORE_FAILED', `${file}: ${message}`, { fix: fixes[code ?? 0] ?? plainFix, cause });
}

const plainFix = 'nothing was changed; the cause is in the message';
const fixes: Readonly<Record<number, string>> = {
  [BUSY]: 'another program keeps the database locked; end it or wait for it',
  [IOERR]: 'the disk failed to read or write; look at it before going on',
  [CANTOPEN]: 'check that the path names a file and that this user may open it',
  [NOTADB]: 'this file is not a database; name another with --data',
};
