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
    serializers: { error: pino.stdSerializers.err },
  };
  return pino(options, pino.destination({ dest: 2, sync: true }));
}
