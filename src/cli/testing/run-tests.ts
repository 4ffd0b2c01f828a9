/** Runs the tests of a bot one after another, each in a conversation of its own, and keeps what they went through. */
import { performance } from 'node:perf_hooks';
import type { Program } from '../../dialogs/program.ts';
import type { Understood } from '../../events/understood.ts';
import { type Measures, published } from '../../measurement/constants/measures.ts';
import { type Coverage, coverageOf } from './reach/coverage.ts';
import { createWatch, type Seen } from './reach/watch-program.ts';
import { runTest, type TestResult } from './running/run-test.ts';
import { stubDialogs } from './running/stub-dialogs.ts';
import type { ConversationTest } from './test.ts';

/** @property measures the bot's own; number 1 where it has none */
export type TestedProgram = {
  readonly program: Program;
  readonly understand: (text: string) => Understood;
  readonly measures?: Measures;
};

/** @property seconds of the tests alone: without reading the bot */
export type TestRun = {
  readonly results: readonly TestResult[];
  readonly coverage: Coverage;
  readonly seconds: number;
};

export async function runTests(
  tests: readonly ConversationTest[],
  { program, understand, measures = published }: TestedProgram,
): Promise<TestRun> {
  const began = performance.now();
  const seen: Seen = { steps: new Set(), branches: new Set() };
  const watch = createWatch(seen);
  const results: TestResult[] = [];
  for (const test of tests) {
    const watched = watch(stubDialogs(program, test.stubs.dialogs));
    results.push(await runTest(test, { program: watched, understand, measures }));
  }
  return { results, coverage: coverageOf(program, seen), seconds: (performance.now() - began) / 1000 };
}
