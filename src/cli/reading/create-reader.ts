/**
 * Reads for people (reports now) beside the turns: in one thread, started by the first, with a connection of its own.
 */
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Clock } from '../../runtime/ports.ts';
import type { Job } from './jobs.ts';
import { type Source, startThread, type Thread } from './start-thread.ts';

export type Reader = {
  /**
   * Runs a job after those asked before. The same job asked again joins the one that still waits; one that has begun it does not join, as that may
   * have missed what was stored since.
   *
   * @param gone the asker waits no more: a job for nobody is not run, and broken off where it runs
   * @throws TouchpointError of the job; STORE_FAILED where the thread broke down, or the reader is closed; what `gone` says
   */
  read(job: Job, gone?: AbortSignal): Promise<string>;
  /** Takes nothing new, lets what runs end for a moment, and ends the thread. */
  close(): Promise<void>;
};

/**
 * @property clock the product's time, given to jobs when they begin
 * @property wall the real time
 */
export type ReaderOptions = Source & { readonly clock: Pick<Clock, 'now'>; readonly wall: Pick<Clock, 'after'> };

type Asker = { readonly resolve: (text: string) => void; readonly reject: (error: unknown) => void };
type Place = { readonly job: Job; readonly askers: Set<Asker> };
type Running = { readonly place: Place; readonly settled: Promise<void> };

/** How long a job may still run when the reader is closed. */
const graceMs = 2_000;

export function createReader({ clock, wall, ...source }: ReaderOptions): Reader {
  const waiting = new Map<string, Place>();
  let running: Running | undefined;
  let thread: Thread | undefined;
  let isClosed = false;

  return { read, close };

  function read(job: Job, gone?: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(closed());
      if (gone?.aborted) return reject(gone.reason);
      const asker = { resolve, reject };
      const key = JSON.stringify(job);
      const place = waiting.get(key) ?? { job, askers: new Set() };
      waiting.set(key, place);
      place.askers.add(asker);
      gone?.addEventListener('abort', () => leave(place, asker, gone.reason), { once: true });
      next();
    });
  }

  function leave(place: Place, asker: Asker, reason: unknown): void {
    if (!place.askers.delete(asker)) return;
    asker.reject(reason);
    if (place.askers.size > 0) return;
    if (running?.place === place) void thread?.end();
    else waiting.delete(JSON.stringify(place.job));
  }

  function next(): void {
    const [first] = waiting;
    if (running || isClosed || !first) return;
    const [key, place] = first;
    waiting.delete(key);
    running = { place, settled: run(place) };
  }

  async function run({ job, askers }: Place): Promise<void> {
    try {
      thread = thread && !thread.hasEnded() ? thread : startThread(source);
      const text = await thread.run(job, clock.now());
      for (const { resolve } of askers) resolve(text);
    } catch (error) {
      for (const { reject } of askers) reject(error);
    }
    askers.clear();
    running = undefined;
    next();
  }

  async function close(): Promise<void> {
    isClosed = true;
    for (const { askers } of waiting.values()) for (const { reject } of askers) reject(closed());
    waiting.clear();
    const cancel = wall.after(graceMs, () => void thread?.end());
    await running?.settled;
    cancel();
    await thread?.end();
  }
}

function closed(): TouchpointError {
  return new TouchpointError('STORE_FAILED', 'nothing is read any more: the bot is stopping', {
    fix: 'ask again when it runs',
  });
}
