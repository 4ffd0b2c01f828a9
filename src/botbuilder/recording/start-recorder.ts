import { Worker } from 'node:worker_threads';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { moduleUrl } from '../../files/module-url.ts';
import type { SeenTurn } from '../seen.ts';
import type { FromRecorder, ThreadData, ToRecorder } from './words.ts';

export type RecorderThread = {
  /** Hands a turn over; costs the bot the copying of it. Turns of one moment go together: waking the thread costs more than telling it much. */
  record(turn: SeenTurn): void;
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** More wait for nobody: a store that hangs must not fill the bot's memory. */
const mostWaiting = 10_000;
const togetherMs = 25;

export function startRecorder(data: ThreadData): RecorderThread {
  const worker = new Worker(moduleUrl('./record-worker.ts', import.meta.url), { workerData: data });
  // the bot may end while we record
  worker.unref();
  const calls = new Map<number, PromiseWithResolvers<void>>();
  let turns: SeenTurn[] = [];
  let count = 0;
  let ended: TouchpointError | undefined;
  worker.on('message', ({ call, failure }: FromRecorder) => {
    const asked = calls.get(call);
    calls.delete(call);
    if (failure === undefined) asked?.resolve();
    else asked?.reject(lost(failure));
  });
  worker.once('error', (error) => end(lost(String(error))));
  worker.once('exit', () => end(lost('its thread has ended')));

  function end(why: TouchpointError): void {
    ended ??= why;
    for (const { reject } of calls.values()) reject(ended);
    calls.clear();
  }

  function flush(): void {
    if (turns.length === 0) return;
    // text crosses to another thread at a fraction of what objects cost
    say({ kind: 'turns', turns: JSON.stringify(turns) });
    turns = [];
  }

  function say(words: ToRecorder): void {
    worker.postMessage(words);
  }

  function ask(kind: 'settle' | 'close'): Promise<void> {
    if (ended) return Promise.reject(ended);
    flush();
    const asked = Promise.withResolvers<void>();
    calls.set(++count, asked);
    say({ kind, call: count });
    return asked.promise;
  }

  return {
    record(turn) {
      if (ended || turns.length >= mostWaiting) return;
      if (turns.length === 0) setTimeout(flush, togetherMs);
      turns.push(turn);
    },
    settle: () => ask('settle'),
    async close() {
      await ask('close').finally(() => worker.terminate());
    },
  };
}

function lost(why: string): TouchpointError {
  return new TouchpointError('STORE_FAILED', `what was seen of the bot could not be kept: ${why}`, {
    fix: 'name data that can be written, and that no other process runs a bot on',
  });
}
