/** The thread in which reports are read and computed, over a read-only connection of its own. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../storage/open-store.ts';
import { type Read, type ReadStore, readOf, runJob } from './jobs.ts';
import { hear, tell } from './told.ts';
import type { Asked, FromThread, ThreadData, Told, ToThread } from './words.ts';

const { location }: ThreadData = workerData;
if (parentPort) listen(parentPort);

function listen(port: MessagePort): void {
  const callers = createCallers(port);
  let opened: Read | undefined;
  const open = async (): Promise<Read> => {
    if (opened) return opened;
    const store = location === null ? callers.store : await openStore(location, { readOnly: true });
    opened = readOf(store);
    return opened;
  };
  port.on('message', (message: ToThread<never>) => {
    if (message.kind === 'answer') callers.take(message.told);
    else void run(message);
  });

  async function run({ job, now }: ToThread & { readonly kind: 'run' }): Promise<void> {
    const told = await tell(async () => runJob(await open(), job, now));
    port.postMessage({ kind: 'done', told } satisfies FromThread);
  }
}

type Callers = { readonly store: ReadStore; take(told: Told<never>): void };

/** The store of the caller, asked over the port: what is kept in memory has no second connection. */
function createCallers(port: MessagePort): Callers {
  let take: Callers['take'] = () => {};
  return {
    take: (told) => take(told),
    store: {
      facts: (...given) => ask({ method: 'facts', given }),
      briefs: (...given) => ask({ method: 'briefs', given }),
      lastChange: (...given) => ask({ method: 'lastChange', given }),
      hours: (...given) => ask({ method: 'hours', given }),
      events: (...given) => ask({ method: 'events', given }),
      conversations: (...given) => ask({ method: 'conversations', given }),
    },
  };

  async function ask(asked: Asked): Promise<never> {
    const told = new Promise<Told<never>>((resolve) => {
      take = resolve;
    });
    port.postMessage({ kind: 'ask', asked } satisfies FromThread);
    return hear(await told);
  }
}
