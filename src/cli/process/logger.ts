import pino from 'pino';
import type { Log } from '../../runtime/ports.ts';
import type { Environment } from '../config/read-config.ts';

/**
 * The process's log, on stderr as JSON lines. What customers say never goes in; errors are reduced to what helps and identifies nobody.
 */
export function createLogger(environment: Environment): Log {
  const level = environment['TOUCHPOINT_LOG_LEVEL'] ?? 'warn';
  const options: pino.LoggerOptions = {
    level: level in pino.levels.values || level === 'silent' ? level : 'warn',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.text', '*.words', '*.value', '*.email', '*.token', '*.secret', '*.authorization'],
      remove: true,
    },
    serializers: { error: errorFacts, err: errorFacts },
  };
  return pino(options, pino.destination({ dest: 2, sync: true }));
}

/** Without what it was caused by and what a driver adds to it (`detail` shows rows). What cannot be parsed is quoted in the message: it stays out. */
function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '' } = error;
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: name, ...code, ...(error instanceof SyntaxError ? {} : { message }), stack: at.join('\n') };
}
