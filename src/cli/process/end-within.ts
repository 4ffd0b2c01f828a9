import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

/**
 * Ends in good order, unless that takes too long or the process is told to end a second time.
 *
 * @returns why it was not waited for any longer; `undefined` where all has ended. Rejects as `end` does
 */
export async function endWithin(graceMs: number, end: () => Promise<void>): Promise<string | undefined> {
  const over = new AbortController();
  const { signal } = over;
  try {
    return await Promise.race([
      end().then(() => undefined),
      setTimeout(graceMs, `it was not done in ${graceMs / 1000} s`, { signal }),
      ...['SIGTERM', 'SIGINT'].map((told) => once(process, told, { signal }).then(() => 'it was told a second time')),
    ]);
  } finally {
    over.abort();
  }
}
