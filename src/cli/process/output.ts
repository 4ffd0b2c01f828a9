import type { ErrorCode } from '../../errors/codes.ts';
import type { Problem } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** Where a command writes: results on `out`, everything else on `err`. */
export type Output = {
  out(text: string): void;
  err(text: string): void;
};

export const processOutput: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

/** Who reads may have enough, as `head` has: that is the end of the work, and no mistake. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

/** `file:line:column message`, then how to mend it, and the other half of a contradiction. */
export function problemText({ file, line, column, severity, message, fix, code, related = [] }: Problem): string {
  const grade = severity === 'error' ? '' : `${severity}: `;
  const others = related.map((other) => `\n  see: ${other.file}:${other.line}:${other.column} ${other.message}`);
  return `${file}:${line}:${column} ${grade}${message}\n  ${fix === undefined ? '' : `fix: ${fix}  `}[${code}]${others.join('')}`;
}

/** An error as a person reads it: what happened, how to mend it, its code. A fault of ours shows its stack. */
export function errorText(error: unknown): string {
  if (!(error instanceof TouchpointError))
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const place = error.where ? `${error.where.file}:${error.where.line}:${error.where.column} ` : '';
  return `${place}${error.message}\n  ${error.fix === undefined ? '' : `fix: ${error.fix}  `}[${error.code}]`;
}

const wrongUse: ReadonlySet<ErrorCode> = new Set([
  'USAGE',
  'CASE_UNKNOWN',
  'PORT_IN_USE',
  'NOT_LOOPBACK',
  'SECRET_MISSING',
  'CONFIG_INVALID',
  'BOT_NOT_FOUND',
]);

/** 2 for a wrong use of the command, 1 for everything else that went wrong. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof TouchpointError && wrongUse.has(error.code) ? 2 : 1;
}
