/** `touchpoint test --watch`: runs all tests, then after each change those it may concern. */
import { performance } from 'node:perf_hooks';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { errorText } from '../../process/output.ts';
import type { OpenedTests } from '../open-tests.ts';
import { runTests, type TestRun } from '../run-tests.ts';
import type { TestResult } from '../running/run-test.ts';
import { affected } from './affected.ts';

export type Watching = {
  /** what changed together, each time something did */
  readonly changes: AsyncIterable<ReadonlySet<string>>;
  /** Reads the bot anew, and chooses its tests. */
  open(): Promise<OpenedTests>;
  show(run: TestRun, about: { readonly opened: OpenedTests; readonly prepareSeconds: number }): void;
  say(text: string): void;
};

/** Ends when the changes do. A bot with errors is told, and waited for. */
export async function watchTests({ changes, open, show, say }: Watching): Promise<void> {
  const last = new Map<string, TestResult>();
  const pending = new Set<string>();
  await runAfter(null);
  for await (const changed of changes) await runAfter(changed);

  async function runAfter(changed: ReadonlySet<string> | null): Promise<void> {
    for (const path of changed ?? []) pending.add(path);
    try {
      const began = performance.now();
      const opened = await open();
      const tests = changed === null ? opened.tests : affected({ tests: opened.tests, last, changed: pending });
      const prepareSeconds = (performance.now() - began) / 1000;
      const run = await runTests(tests, opened);
      for (const result of run.results) last.set(result.test.name, result);
      pending.clear();
      show(run, { opened, prepareSeconds });
    } catch (error) {
      if (!(error instanceof TouchpointError)) throw error;
      say(errorText(error));
    }
    say('Waiting for changes; ctrl-c ends.');
  }
}
