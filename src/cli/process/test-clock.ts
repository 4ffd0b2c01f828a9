/**
 * A clock that stands still until a test lets time pass, and then visits every moment at which something is due.
 */
import type { Instant } from '../../events/instant.ts';
import type { Clock } from '../../runtime/ports.ts';

export type TestClock = Clock & {
  /** Lets `ms` pass: each wake-up at its own time, in order, waiting for `settled` before and after each. */
  advance(ms: number, settled: () => Promise<void>): Promise<void>;
  /** when something is due next; `undefined`: nothing is */
  nextDue(): Instant | undefined;
};

type WakeUp = { readonly at: Instant; readonly order: number; readonly act: () => void };

export function createTestClock(start: Instant): TestClock {
  let now = start;
  let order = 0;
  const wakeUps = new Set<WakeUp>();
  return {
    now: () => now,
    after(delayMs, act) {
      const wakeUp = { at: now + Math.max(0, delayMs), order: order++, act };
      wakeUps.add(wakeUp);
      return () => void wakeUps.delete(wakeUp);
    },
    async advance(ms, settled) {
      const end = now + ms;
      await settled();
      for (let next = nextUntil(end); next; next = nextUntil(end)) {
        wakeUps.delete(next);
        now = Math.max(now, next.at);
        next.act();
        await settled();
      }
      now = end;
    },
    nextDue: () => nextUntil(Number.POSITIVE_INFINITY)?.at,
  };

  function nextUntil(end: Instant): WakeUp | undefined {
    const due = [...wakeUps].filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}
