import { TouchpointError } from '../../errors/touchpoint-error.ts';

/**
 * Names what went wrong in PostgreSQL. An error that is named already comes back as it is.
 *
 * @param place the database for messages: host, port and name, never the password
 */
export function postgresError(cause: unknown, place: string): TouchpointError {
  if (cause instanceof TouchpointError) return cause;
  const code = codeOf(cause);
  if (isLost(cause)) return unavailable(place, cause);
  if (code === 'DISK_FULL' || code === '53100') return full(place, cause);
  if (code === '25006' || code === '42501') return readOnly(place, cause);
  const fix = fixes[code ?? ''] ?? 'nothing was changed; the cause is in the message';
  return new TouchpointError('STORE_FAILED', `${place}: ${messageOf(cause)}`, { fix, cause });
}

/** Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and of the network that say: nobody is there now. */
const lost: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '08000',
  '08003',
  '08006',
];

/** What the driver says, in words only, where the connection ended under a query or never came. */
const lostWords =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|Query read timeout|timeout exceeded when trying to connect|Client was closed)/;

/** Whether the connection was lost or could not be made: what was asked may have been done or not. */
export function isLost(cause: unknown): boolean {
  const code = codeOf(cause);
  if (code !== undefined && lost.includes(code)) return true;
  return lostWords.test(messageOf(cause));
}

/** Whether a group of writes failed because of one of them, or of somebody else's, so that each may be tried alone. */
export function isOfMember(cause: unknown): boolean {
  const code = codeOf(cause);
  return code !== undefined && /^(22|23|40|54)/.test(code);
}

/** Whether somebody else wrote the same rows at the same time; nothing was changed, and the next try sees what they wrote. */
export function isRaced(cause: unknown): boolean {
  const code = codeOf(cause instanceof TouchpointError ? cause.cause : cause);
  return code === '23505' || code === '40P01' || code === '40001';
}

/** Whether it is a message that is known already. */
export function isKnownMessage(cause: unknown): boolean {
  const constraint = cause instanceof Error && 'constraint' in cause ? cause.constraint : undefined;
  return codeOf(cause) === '23505' && constraint === 'inbox_pkey';
}

function codeOf(cause: unknown): string | undefined {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

function messageOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.message === '') return messageOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}

function unavailable(place: string, cause: unknown): TouchpointError {
  return new TouchpointError('STORE_UNAVAILABLE', `the database ${place} cannot be reached: ${messageOf(cause)}`, {
    fix: 'look whether it runs and takes connections from here; no restart is needed once it does',
    cause,
  });
}

function full(place: string, cause: unknown): TouchpointError {
  return new TouchpointError('STORE_FULL', `nothing was written to ${place}: the database's disk is full`, {
    fix: "free space on the database's disk; no restart is needed",
    cause,
  });
}

function readOnly(place: string, cause: unknown): TouchpointError {
  return new TouchpointError('STORE_READ_ONLY', `nothing was written to ${place}: ${messageOf(cause)}`, {
    fix: 'name a user that may write, and the primary of the database, not a stand-by',
    cause,
  });
}

const fixes: Readonly<Record<string, string>> = {
  '28P01': 'check user name and password in the address',
  '28000': "check the user name in the address, and the server's pg_hba.conf",
  '3D000': 'make the database first, as in: createdb NAME',
  '22021': 'this text cannot be stored: leave out its NUL characters',
};
