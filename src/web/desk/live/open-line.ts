import type { Line } from '../../../channels/contract/http.ts';
import type { Runtime, Typing } from '../../../runtime/door.ts';
import type { Log, Store } from '../../../runtime/ports.ts';
import type { Look } from '../look-at.ts';
import { createTail, type Tail } from './create-tail.ts';

/** What one agent sees happen. `queue` says that it may have changed, `moved` that a conversation has. */
export type OpenLine = {
  queue(look: Look): void;
  moved(conversation: string): void;
  typing(sign: Typing): void;
  end(): void;
};

export type LineParts = {
  readonly runtime: Pick<Runtime, 'watch'>;
  readonly store: Pick<Store, 'load' | 'events'>;
  readonly log: Pick<Log, 'warn'>;
};

/** @property listens conversations that are followed whoever has them */
type Opening = { readonly agent: string; readonly listens: readonly string[]; readonly line: Line };

/** Tells the queue whenever it has changed, and each line and sign of the conversations the agent has or listens to. */
export function openLine(parts: LineParts, { agent, listens, line }: Opening): OpenLine {
  const { runtime, store, log } = parts;
  const tails = new Map<string, Tail>();
  let told = '';

  const write = (event: string, data: string): void => line.write(`event: ${event}\ndata: ${data}\n\n`);
  const send = (event: string, data: object): void => write(event, JSON.stringify(data));

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
    queue(look) {
      if (look.key === told) return;
      told = look.key;
      write('queue', look.seenBy(agent));
      const wanted = new Set([...listens, ...look.heldBy(agent)]);
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
