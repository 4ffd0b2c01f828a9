import { type Talk, talkOf } from '../../../reports/desk/talk-of.ts';
import type { Store } from '../../../runtime/ports.ts';

/** One conversation followed as it goes on. `look` says that there may be more. */
export type Tail = { look(): void; end(): void };

type Following = {
  readonly store: Pick<Store, 'load' | 'events'>;
  readonly conversation: string;
  tell(line: Talk): void;
  failed(error: unknown): void;
};

/** Events before now that are told first, so that nothing falls between the card and the tail. */
const lookBack = 200;

/** Tells each line once, in order; what another process wrote too, once `look` is called. */
export function createTail({ store, conversation, tell, failed }: Following): Tail {
  let position: number | undefined;
  let isBehind = false;
  let isRunning = false;
  let isOver = false;

  const run = async (): Promise<void> => {
    isRunning = true;
    try {
      while (isBehind && !isOver) {
        isBehind = false;
        position ??= Math.max(0, ((await store.load(conversation))?.head.seq ?? 0) - lookBack);
        const events = await store.events(conversation, { after: position });
        position = events.at(-1)?.seq ?? position;
        if (!isOver) for (const line of events.flatMap(talkOf)) tell(line);
      }
    } catch (error) {
      failed(error);
    } finally {
      isRunning = false;
    }
  };

  const look = (): void => {
    isBehind = true;
    if (!isRunning) void run();
  };
  look();
  return {
    look,
    end() {
      isOver = true;
    },
  };
}
