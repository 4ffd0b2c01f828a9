import type { TestResult } from '../running/run-test.ts';
import type { ConversationTest } from '../test.ts';

export type Change = {
  readonly tests: readonly ConversationTest[];
  /** results of the runs before, by name of the test */
  readonly last: ReadonlyMap<string, TestResult>;
  /** paths within the bot's folder */
  readonly changed: ReadonlySet<string>;
};

/**
 * Tests that a change may concern: those of a test file that changed, those that went through a dialog that changed, those that failed before and those that
 * are new. Any other change (intents, actions, stubs, configuration) concerns all.
 */
export function affected({ tests, last, changed }: Change): readonly ConversationTest[] {
  const isKnown = [...changed].every((path) => isDialog(path) || isTestFile(path));
  if (!isKnown) return tests;
  return tests.filter(({ name, file }) => {
    const before = last.get(name);
    return !before?.ok || changed.has(file) || [...changed].some((path) => before.files.has(path));
  });
}

function isTestFile(path: string): boolean {
  return /^dialogs\/tests\/.+\.test\.ya?ml$/.test(path);
}

function isDialog(path: string): boolean {
  return path.startsWith('dialogs/') && !path.startsWith('dialogs/tests/') && !/\/on\.|\/system\//.test(path);
}
