/**
 * Answers that take long to make are given as they were last made, and told of when they are newer: decision 068.
 */
import type { Instant } from '../../events/instant.ts';
import type { Clock } from '../../runtime/ports.ts';
import type { Reader } from './create-reader.ts';
import type { Job } from './jobs.ts';

export type Soon = {
  /**
   * What a job gives, made now. A report of many cases that takes longer than a moment is given as it was made last, not long ago, while it is made anew: its own `asOf`
   * says of when it is. One of few cases is always made now. Once there was a report of many, journey and what people did are given in the same way.
   *
   * @param gone the asker waits no more; where there are many cases the work goes on all the same, as breaking it off would forget them. Rejects as the reader does.
   */
  read(job: Job, gone?: AbortSignal): Promise<string>;
  /** @param changed is called when something newer is there than what was given; gives what ends that */
  listen(changed: () => void): () => void;
};

/** @property clock the product's time; @property wall the real time */
export type SoonParts = {
  readonly reader: Pick<Reader, 'read'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly wall: Pick<Clock, 'after'>;
};

type Kept = { readonly text: string; readonly at: Instant };

const momentMs = 100;
/** Fewer are made into a report in less than a moment. */
const manyCases = 50_000;
/** What was made longer ago is not given any more. */
const oldestMs = 300_000;
const mostKept = 32;
/** What is made of many cases at once. */
const ofMany: ReadonlySet<Job['name']> = new Set(['report', 'journey', 'staff']);

export function answerSoon({ reader, clock, wall }: SoonParts): Soon {
  const kept = new Map<string, Kept>();
  const owed = new Set<string>();
  let isLarge = false;
  const listeners = new Set<() => void>();
  return {
    async read(job, gone) {
      const work = reader.read(job, kept.size > 0 ? undefined : gone);
      if (!ofMany.has(job.name)) return work;
      const key = JSON.stringify(job);
      const known = kept.get(key);
      const making = keep({ key, job }, work);
      if (!known || clock.now() - known.at > oldestMs) return making;
      const given = await atOnce(making);
      if (given !== undefined) return given;
      if (!owed.has(key)) void tellOf(key, known.text, making);
      return known.text;
    },
    listen(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };

  async function keep(
    { key, job }: { readonly key: string; readonly job: Job },
    work: Promise<string>,
  ): Promise<string> {
    const at = clock.now();
    const text = await work;
    const isOfMany = job.name === 'report' ? casesIn(text) >= manyCases : isLarge;
    isLarge ||= isOfMany;
    if (!isOfMany) return text;
    kept.delete(key);
    kept.set(key, { text, at });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return text;
  }

  /** @returns `undefined` where it takes longer than a moment */
  async function atOnce(making: Promise<string>): Promise<string | undefined> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const cancel = wall.after(momentMs, () => resolve(undefined));
    return Promise.race([making, promise]).finally(cancel);
  }

  /** Once for all who were given the same; where nothing but the moment is newer, nobody need ask again. */
  async function tellOf(key: string, given: string, making: Promise<string>): Promise<void> {
    owed.add(key);
    const text = await making.catch(() => given);
    owed.delete(key);
    if (withoutMoment(text) !== withoutMoment(given)) for (const changed of listeners) changed();
  }
}

function casesIn(report: string): number {
  return Number(/"cases":\{"all":(\d+)/.exec(report)?.[1] ?? 0);
}

function withoutMoment(text: string): string {
  return text.replace(/"asOf":"[^"]*"/, '').replace(/"freshSeconds":\d+/, '');
}
