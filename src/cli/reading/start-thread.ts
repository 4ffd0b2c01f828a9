import { Worker } from 'node:worker_threads';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Instant } from '../../events/instant.ts';
import { moduleUrl } from '../../files/module-url.ts';
import type { Job, ReadStore } from './jobs.ts';
import { hear, tell } from './told.ts';
import type { Asked, FromThread, ThreadData, Told, ToThread } from './words.ts';

/**
 * A thread that runs one job at a time.
 *
 * @property run rejects with what went wrong in the job, or STORE_FAILED where the thread ended under it
 * @property hasEnded it takes no further job
 * @property end breaks off what runs
 */
export type Thread = {
  run(job: Job, now: Instant): Promise<string>;
  hasEnded(): boolean;
  end(): Promise<void>;
};

/** What is read: the store at `location`, or, for `memory:`, the one in hand. */
export type Source = { readonly location: string; readonly store: ReadStore };

export function startThread({ location, store }: Source): Thread {
  const workerData: ThreadData = { location: location === 'memory:' ? null : location };
  const worker = new Worker(moduleUrl('./reader-worker.ts', import.meta.url), { workerData });
  let done: PromiseWithResolvers<Told<string>> | undefined;
  let ended: TouchpointError | undefined;
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'done') done?.resolve(message.told);
    else void tell<unknown>(() => ask(message.asked)).then((told) => say({ kind: 'answer', told }));
  });
  worker.on('error', end);
  worker.once('exit', () => end());
  return {
    async run(job, now) {
      if (ended) throw ended;
      done = Promise.withResolvers();
      say({ kind: 'run', job, now });
      return hear(await done.promise);
    },
    hasEnded: () => ended !== undefined,
    async end() {
      end();
      await worker.terminate();
    },
  };

  function ask(asked: Asked): Promise<unknown> {
    switch (asked.method) {
      case 'facts':
        return store.facts(...asked.given);
      case 'briefs':
        return store.briefs(...asked.given);
      case 'lastChange':
        return store.lastChange(...asked.given);
      case 'hours':
        return store.hours(...asked.given);
      case 'events':
        return store.events(...asked.given);
      case 'conversations':
        return store.conversations(...asked.given);
    }
  }

  function say(message: ToThread): void {
    worker.postMessage(message);
  }

  function end(cause?: unknown): void {
    ended ??= broken(cause);
    done?.reject(ended);
  }
}

function broken(cause: unknown): TouchpointError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new TouchpointError('STORE_FAILED', `the thread that reads beside the turns has ended${why}`, {
    fix: 'ask again; fewer days, or a filter, need less memory',
    ...(cause === undefined ? {} : { cause }),
  });
}
