/**
 * Makes edits of a bot's files live while it runs: the whole edit or nothing of it. A version with errors is told and not taken; the last good one
 * goes on.
 */
import { setImmediate } from 'node:timers/promises';
import { type Problem, sortProblems } from '../../../errors/problem.ts';
import type { Instant } from '../../../events/instant.ts';
import type { Understand } from '../../../intents/create-understand.ts';
import type { Output } from '../../process/output.ts';
import { learn } from '../learning/learn.ts';
import type { OpenedBot } from '../open-bot.ts';
import type { ReadBot } from '../read-bot.ts';
import type { StartedBot } from '../start-bot.ts';
import { changesOf, liveText, rejectedText } from './edit-texts.ts';
import { watchFiles } from './watch-files.ts';

/** An edit that was not taken. */
export type Rejected = { readonly at: Instant; readonly problems: readonly Problem[] };

export type Reloading = {
  /** the latest edit, where it was not taken */
  rejected(): Rejected | undefined;
  stop(): Promise<void>;
};

type Given = {
  readonly opened: OpenedBot;
  readonly bot: Pick<StartedBot, 'bots' | 'log'>;
  readonly output: Output;
  readonly now: () => Instant;
};

/** Begins to watch. */
export async function keepReloading({ opened, bot, output, now }: Given): Promise<Reloading> {
  let running: Pick<ReadBot, 'files' | 'config'> = opened;
  let since = now();
  let rejected: Rejected | undefined;
  let changes = 0;
  let overtaken = Promise.withResolvers<undefined>();
  let work: Promise<void> | undefined;
  let isStopped = false;
  const watching = await watchFiles(opened.folder, changed);
  return {
    rejected: () => rejected,
    async stop() {
      isStopped = true;
      watching.stop();
      overtaken.resolve(undefined);
      await work;
    },
  };

  function changed(): void {
    changes += 1;
    overtaken.resolve(undefined);
    work ??= catchUp().finally(() => {
      work = undefined;
    });
  }

  async function catchUp(): Promise<void> {
    for (let done = 0; done !== changes && !isStopped; ) {
      done = changes;
      overtaken = Promise.withResolvers();
      await take().catch((error: unknown) =>
        bot.log.error({ error }, 'an edit could not be taken; the bot goes on as it was'),
      );
    }
  }

  async function take(): Promise<void> {
    const begunAt = performance.now();
    const read = await opened.reader.read();
    // what was touched while the files were read makes another change
    await setImmediate();
    if (!watching.isQuiet()) return;
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || !read.program) return reject(sortProblems(errors));
    if (read.program.hash === bot.bots.hash()) return undo();
    const learned = learn(opened.models, read.intents, read.config);
    const understand = await Promise.race([learned, overtaken.promise]);
    if (understand) await goLive({ ...read, program: read.program, understand }, begunAt);
  }

  function reject(problems: readonly Problem[]): void {
    rejected = { at: now(), problems };
    output.err(rejectedText(problems, since));
  }

  function undo(): void {
    if (rejected) output.err('The files are again those the bot runs on.');
    rejected = undefined;
  }

  async function goLive(
    fresh: ReadBot & { readonly program: NonNullable<ReadBot['program']>; readonly understand: Understand },
    begunAt: number,
  ): Promise<void> {
    await bot.bots.replace(fresh);
    const files = changesOf(running.files, fresh.files);
    output.err(
      liveText({ files, milliseconds: performance.now() - begunAt, before: running.config, after: fresh.config }),
    );
    [running, since, rejected] = [fresh, now(), undefined];
  }
}
