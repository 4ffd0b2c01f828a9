import type { Projector } from '../../reports/facts/create-projector.ts';
import type { Runtime } from '../../runtime/door.ts';
import type { Log } from '../../runtime/ports.ts';

/** @property listen calls back after facts have changed; gives what ends that */
export type Projecting = {
  listen(changed: () => void): () => void;
  catchUp(): Promise<void>;
  stop(): Promise<void>;
};

/** Facts follow their events within this time; a second is promised, and what comes together is folded once. */
const delayMs = 500;
const retryMs = 2_000;
const lookMs = 1_000;

/** Keeps the facts up to date with what the runtime commits, beside the turns and never in their way. */
export function keepProjecting(given: {
  readonly runtime: Pick<Runtime, 'listen'>;
  /** other processes may end and leave facts behind */
  readonly isShared: boolean;
  readonly projector: Projector;
  readonly log: Log;
}): Projecting {
  const { runtime, projector, log, isShared } = given;
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const unlisten = runtime.listen((conversation, events) => {
    projector.offer(conversation, events);
    wake(delayMs);
  });
  const looking = isShared ? setInterval(() => wake(0), lookMs) : undefined;
  wake(0);
  return {
    listen(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    catchUp,
    async stop() {
      unlisten();
      clearInterval(looking);
      clearTimeout(timer);
      await projector
        .catchUp()
        .catch((error: unknown) => log.error({ error }, 'facts are behind; the next start brings them up to date'));
    },
  };

  async function catchUp(): Promise<void> {
    const count = await projector.catchUp();
    if (count > 0) for (const changed of listeners) changed();
  }

  function wake(afterMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void catchUp().catch(report);
    }, afterMs);
  }

  function report(error: unknown): void {
    log.error({ error }, 'facts could not be brought up to date; they will be');
    wake(retryMs);
  }
}
