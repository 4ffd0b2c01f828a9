import type { Clock, Log, Store } from '../../runtime/ports.ts';
import type { Config } from '../config/config.ts';

const dayMs = 24 * 3_600_000;
/** A start is not the time for it. */
const firstMs = 60_000;
/** Conversations at a time, and the rest that turns get between. */
const atOnce = 20;
const restMs = 50;

/** How many days words are kept; `undefined`: for ever. */
export function wordDays({ retention }: Pick<Config, 'retention'>): number | undefined {
  return retention.words === 'never' ? undefined : Number.parseInt(retention.words, 10);
}

type Given = {
  readonly store: Pick<Store, 'forget' | 'scrub'>;
  readonly clock: Clock;
  readonly days: number | undefined;
  readonly log: Log;
};

/** Erases words that are older than `days`, once a day, a few conversations at a time. */
export function keepForgetting({ store, clock, days, log }: Given): { stop(): void } {
  if (days === undefined) return { stop() {} };
  const keptMs = days * dayMs;
  let isForgotten = false;
  let cancel = clock.after(firstMs, () => void forget());
  return { stop: () => cancel() };

  async function forget(): Promise<void> {
    try {
      const count = await store.forget(clock.now() - keptMs, atOnce);
      isForgotten ||= count > 0;
      if (count === atOnce) return again(restMs);
      if (isForgotten)
        for (const left of await store.scrub('quietly')) log.warn({ left }, 'old words are not gone yet');
      isForgotten = false;
    } catch (error) {
      log.warn({ error }, 'old words could not be erased; they will be tomorrow');
    }
    again(dayMs);
  }

  function again(afterMs: number): void {
    cancel = clock.after(afterMs, () => void forget());
  }
}
