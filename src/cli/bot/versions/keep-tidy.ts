import type { Clock, Log, Store } from '../../../runtime/ports.ts';
import type { LiveBots } from './create-bots.ts';
import { tidyPrograms } from './tidy-programs.ts';

const dayMs = 24 * 3_600_000;

/** Removes programs that nobody needs any more, once a day. */
export function keepTidy(given: {
  readonly store: Store;
  readonly clock: Clock;
  readonly bots: LiveBots;
  readonly log: Log;
}): { stop(): void } {
  const { store, clock, bots, log } = given;
  let cancel = clock.after(dayMs, tidy);
  return { stop: () => cancel() };

  function tidy(): void {
    cancel = clock.after(dayMs, tidy);
    tidyPrograms(store, bots.hash(), clock.now()).catch((error: unknown) =>
      log.warn({ error }, 'programs that nobody needs could not be removed; they will be tomorrow'),
    );
  }
}
