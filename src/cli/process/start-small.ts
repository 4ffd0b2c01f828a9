import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * @property grow lets the heap grow for the load to come
 * @property tidy gives the garbage of the start back, some 20 MB that would stay for ever; stops the process for 50 ms and, with much to look at, some hundreds
 */
export type SmallStart = { grow(): void; tidy(): void };

/** Keeps the process small while the bot is read and compiled, which makes much garbage once: V8's young generation stays at its first size. */
export function startSmall(): SmallStart {
  setFlagsFromString('--semi-space-growth-factor=1');
  return { grow: () => setFlagsFromString('--semi-space-growth-factor=2'), tidy: collectGarbage };
}

/** One full collection; V8 by itself would wait until memory is short. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' });
}

/** Share of a period in which a process is busy that answers nobody. */
const calm = 0.1;

/**
 * Acts once, at the end of the first period in which this thread had little to do: a process that takes the place of one that died is met by its customers at
 * once, and they come first.
 *
 * @param busy share of the time since it was asked last in which this thread worked, 0–1
 */
export function whenCalm(everyMs: number, act: () => void, busy: () => number = createBusy()): void {
  const timer = setInterval(() => {
    if (busy() > calm) return;
    clearInterval(timer);
    act();
  }, everyMs);
  timer.unref();
}

function createBusy(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
