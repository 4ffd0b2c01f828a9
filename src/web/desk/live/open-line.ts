import type { Line } from '../../../channels/contract/http.ts';
import type { Runtime, Typing } from '../../../runtime/door.ts';
import type { Clock, Log, Store } from '../../../runtime/ports.ts';
import type { Desk } from '../create-desk.ts';
import { queueOf } from '../queue-of.ts';
import { createTail, type Tail } from './create-tail.ts';

/** What one agent sees happen. `queue` says that it may have changed, `moved` that a conversation has. */
export type OpenLine = { queue(): void; moved(conversation: string): void; typing(sign: Typing): void; end(): void };

export type LineParts = {
  readonly desk: Desk;
  readonly runtime: Pick<Runtime, 'watch'>;
  readonly store: Pick<Store, 'load' | 'events'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
};

/** @property listens conversations that are followed whoever has them */
type Opening = { readonly agent: string; readonly listens: readonly string[]; readonly line: Line };

/** Tells the queue whenever it has changed, and each line and sign of the conversations the agent has or listens to. */
export function openLine(parts: LineParts, { agent, listens, line }: Opening): OpenLine {
  const { desk, runtime, store, clock, log } = parts;
  const tails = new Map<string, Tail>();
  let told = '';

  const send = (event: string, data: object): void => line.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

  const follow = (conversation: string): Tail => {
    const tail = createTail({
      store,
      conversation,
      tell: (talk) => send('line', { conversation, ...talk }),
      failed(error) {
        log.warn({ err: error, conversation }, 'an agent could not be told what was said; their page comes again');
        line.end();
      },
    });
    const unwatch = runtime.watch(conversation, tail.look);
    return {
      look: tail.look,
      end() {
        unwatch();
        tail.end();
      },
    };
  };

  return {
    queue() {
      const { at, ...queue } = queueOf(desk, { at: clock.now(), agent });
      const text = JSON.stringify(queue, (key, value: unknown) => (key === 'waitSeconds' ? undefined : value));
      if (text === told) return;
      told = text;
      send('queue', { at, ...queue });
      const wanted = new Set([...listens, ...queue.held.flatMap(({ id, isMine }) => (isMine ? [id] : []))]);
      for (const [id, tail] of tails) if (!wanted.has(id)) drop(id, tail);
      for (const id of wanted) if (!tails.has(id)) tails.set(id, follow(id));
    },
    moved: (conversation) => tails.get(conversation)?.look(),
    typing({ conversation, who, name }) {
      if (tails.has(conversation)) send('typing', { conversation, who, name });
    },
    end() {
      for (const [id, tail] of tails) drop(id, tail);
      line.end();
    },
  };

  function drop(id: string, tail: Tail): void {
    tail.end();
    tails.delete(id);
  }
}
