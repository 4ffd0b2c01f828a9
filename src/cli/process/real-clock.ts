import type { Clock } from '../../runtime/ports.ts';

/** Longest delay a JavaScript timer takes; longer waits are made of several. */
const longestMs = 2 ** 31 - 1;

export function createRealClock(): Clock {
  return { now: Date.now, after };
}

function after(delayMs: number, act: () => void): () => void {
  let timer: NodeJS.Timeout;
  wait(delayMs);
  return () => clearTimeout(timer);

  function wait(leftMs: number): void {
    const next = Math.min(leftMs, longestMs);
    timer = setTimeout(() => (leftMs > next ? wait(leftMs - next) : act()), next);
  }
}
