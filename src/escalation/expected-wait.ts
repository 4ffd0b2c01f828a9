/**
 * How long somebody at a place in line waits for a person. Measured, not hoped: without enough of what happened lately there is no number.
 */

/**
 * @property position 1: next
 * @property free conversations that the people who are there could take at once
 * @property slots conversations that they can have together
 * @property acceptSeconds how long it took lately until a free person took a conversation
 * @property handleSeconds how long a conversation lately took a person
 */
export type Line = {
  readonly position: number;
  readonly free: number;
  readonly slots: number;
  readonly acceptSeconds: readonly number[];
  readonly handleSeconds: readonly number[];
};

/** Fewer say nothing of the next one. */
const fewest = 5;

/**
 * Whoever finds somebody free waits as long as taking up lately took; others wait until enough conversations have ended: with `slots` of them at a time,
 * one ends every median ÷ slots. Rounded up to whole minutes, so that more promises are kept than broken.
 *
 * @returns seconds; `null` where nobody can tell
 */
export function expectedWait({ position, free, slots, acceptSeconds, handleSeconds }: Line): number | null {
  if (slots === 0 || acceptSeconds.length < fewest) return null;
  const accept = high(acceptSeconds);
  if (position <= free) return toMinutes(accept);
  if (handleSeconds.length < fewest) return null;
  return toMinutes(accept + ((position - free) * high(handleSeconds)) / slots);
}

/** Three in four were no longer: a promise made on the median is broken every second time. */
function high(seconds: readonly number[]): number {
  const sorted = seconds.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.75))] ?? 0;
}

function toMinutes(seconds: number): number {
  return Math.max(60, Math.ceil(seconds / 60) * 60);
}
