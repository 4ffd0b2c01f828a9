import type { Clock } from '../ports.ts';

/** Delays that can all be called off at once. */
export type Alarms = {
  /** As the clock's own; the returned function cancels it. */
  after(delayMs: number, act: () => void): () => void;
  pause(delayMs: number): Promise<void>;
  stop(): void;
};

export function createAlarms(clock: Clock): Alarms {
  const set = new Set<() => void>();
  const after: Alarms['after'] = (delayMs, act) => {
    const end = clock.after(delayMs, () => {
      set.delete(cancel);
      act();
    });
    const cancel = (): void => {
      set.delete(cancel);
      end();
    };
    set.add(cancel);
    return cancel;
  };
  return {
    after,
    pause: (delayMs) => new Promise((resolve) => void after(delayMs, resolve)),
    stop() {
      for (const cancel of set) cancel();
    },
  };
}
