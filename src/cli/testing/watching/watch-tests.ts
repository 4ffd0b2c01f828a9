/** `touchpoint test --watch`: runs all tests, then after each change those it may concern. */
import { performance } from 'node:perf_hooks';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import { changesOf } from '../../bot/reload/edit-texts.ts';
import { errorText } from '../../process/output.ts';
import type { OpenedTests } from '../open-tests.ts';
import { runTests, type TestRun } from '../run-tests.ts';
import type { TestResult } from '../running/run-test.ts';
import { affected } from './affected.ts';

export type Watching = {
  /** Reads the bot as it stands now, and the tests that are wanted. */
  read(): Promise<OpenedTests>;
  show(
    run: TestRun,
    about: { readonly opened: OpenedTests; readonly prepareSeconds: number; readonly isAll: boolean },
  ): void;
  say(text: string): void;
};

/**
 * @returns runs what the changes since the last time may concern; calls while it runs wait for it. A bot with errors is told, and waited for.
 */
export function watchTests({ read, show, say }: Watching): () => Promise<void> {
  const last = new Map<string, TestResult>();
  let before: readonly SourceFile[] | undefined;
  let running: Promise<void> = Promise.resolve();
  return () => {
    running = running.then(look);
    return running;
  };

  async function look(): Promise<void> {
    try {
      const began = performance.now();
      const opened = await read();
      const changed = before && new Set(changesOf(before, opened.files));
      if (changed?.size === 0) return;
      const tests = changed ? affected({ tests: opened.tests, last, changed }) : opened.tests;
      const prepareSeconds = (performance.now() - began) / 1000;
      const run = await runTests(tests, opened);
      for (const result of run.results) last.set(result.test.name, result);
      before = opened.files;
      show(run, { opened, prepareSeconds, isAll: changed === undefined });
    } catch (error) {
      if (!(error instanceof TouchpointError)) throw error;
      say(errorText(error));
    }
    say('Waiting for changes; ctrl-c ends.');
  }
}
