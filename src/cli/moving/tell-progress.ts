import type { Output } from '../process/output.ts';

/** No line sooner than this after the last. */
const betweenMs = 1_000;

/**
 * Tells on stderr how far a move has come, about once a second.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export function tellProgress(output: Output, now: () => number): (table: string, rows: number) => void {
  let last = now();
  return (table, rows) => {
    if (now() - last < betweenMs) return;
    last = now();
    output.err(`${table}: ${rows.toLocaleString('en')} rows so far`);
  };
}
