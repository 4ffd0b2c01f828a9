/** Waits that can be cut short: ringing wakes whoever waits. */
import type { Ports } from '../ports.ts';

export type Bell = {
  ring(): void;
  /** Resolves after `ms` or at the next ring, whichever comes first. */
  wait(ms: number): Promise<void>;
};

export function createBell(ports: Ports): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of [...waiting]) wake();
    },
    wait: (ms) =>
      new Promise((resolve) => {
        const cancel = ports.after(ms, wake);
        waiting.add(wake);
        function wake(): void {
          cancel();
          waiting.delete(wake);
          resolve();
        }
      }),
  };
}

/** Doubles from half a second to 15 s, half of it by chance, so that a restarted server is not met by everybody at once. */
export function backoffMs(ports: Ports, failures: number): number {
  const whole = Math.min(15_000, 500 * 2 ** failures);
  return whole / 2 + (ports.unit() * whole) / 2;
}
