import type { Clock } from '../../../../src/runtime/ports.ts';

/** A clock that stands still until it is moved; what comes due on the way is run in order. */
export type FakeClock = Clock & { advance(ms: number): void };

export function fakeClock(now = Date.UTC(2025, 2, 4, 12)): FakeClock {
  let time = now;
  let waiting: readonly { readonly at: number; readonly act: () => void }[] = [];
  return {
    now: () => time,
    after(delayMs, act) {
      const entry = { at: time + delayMs, act };
      waiting = [...waiting, entry].toSorted((a, b) => a.at - b.at);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      const end = time + ms;
      for (let next = waiting[0]; next && next.at <= end; next = waiting[0]) {
        waiting = waiting.slice(1);
        time = next.at;
        next.act();
      }
      time = end;
    },
  };
}
