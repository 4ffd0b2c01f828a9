/**
 * `touchpoint test`: runs the conversation tests of a bot, or turns a real conversation into one.
 */

import { once } from 'node:events';
import { relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import { watchFiles } from '../bot/reload/watch-files.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { dataLocation } from '../config/data-location.ts';
import { botOption, dataOption, jsonOption } from '../options.ts';
import { problemText } from '../process/output.ts';
import { chooseTests } from '../testing/choose-tests.ts';
import { createTestsReader, type OpenedTests, type TestsReader } from '../testing/open-tests.ts';
import { renderRun } from '../testing/output/render-run.ts';
import { type Printed, toJson } from '../testing/output/to-json.ts';
import { record } from '../testing/recording/record.ts';
import { runTests, type TestRun } from '../testing/run-tests.ts';
import { watchTests } from '../testing/watching/watch-tests.ts';

export const command: Command = {
  name: 'test',
  summary: "Runs the bot's conversation tests, all or those with NAME in their name or file",
  arguments: 'NAME',
  options: {
    bot: botOption,
    json: jsonOption,
    coverage: { type: 'boolean', about: 'lists the steps and branches no test reaches' },
    watch: { type: 'boolean', about: 'runs again what a change may concern, after each change' },
    record: { type: 'string', takes: 'CONVERSATION', about: 'turns this real conversation into a test' },
    data: { ...dataOption, about: 'with --record: database that holds the conversation' },
    out: { type: 'string', takes: 'FILE', about: 'with --record: file to write (default: in dialogs/tests)' },
  },
  run: test,
};

async function test(called: Called): Promise<number> {
  const conversation = textOf(called, 'record');
  if (conversation !== undefined) return recordOne(called, conversation);
  return isSet(called, 'watch') ? watchAll(called) : runOnce(called);
}

async function runOnce(called: Called): Promise<number> {
  const began = performance.now();
  const opened = await chosen(called, readerOf(called));
  const prepareSeconds = (performance.now() - began) / 1000;
  const run = await runTests(opened.tests, opened);
  return show(called, run, { opened, prepareSeconds });
}

function readerOf(called: Called): TestsReader {
  return createTestsReader({ ...called, folder: textOf(called, 'bot') ?? '.' });
}

async function chosen(called: Called, reader: TestsReader): Promise<OpenedTests> {
  const opened = await reader.read();
  return { ...opened, ...chooseTests(opened, called.positionals[0]) };
}

type About = {
  readonly opened: Pick<OpenedTests, 'problems'>;
  readonly prepareSeconds: number;
  readonly isAll?: boolean;
};

/** @returns exit code */
function show(called: Called, run: TestRun, { opened: { problems }, prepareSeconds, isAll = true }: About): number {
  const broken = brokenFiles(problems);
  const printed: Printed = { run, broken, prepareSeconds, isAll, withCoverage: isAll && isSet(called, 'coverage') };
  for (const problem of sortProblems(problems)) called.output.err(problemText(problem));
  called.output.out(isSet(called, 'json') ? toJson(printed) : renderRun(printed, { colour: isColoured(called) }));
  return run.results.every(({ ok }) => ok) && broken.size === 0 ? 0 : 1;
}

/** Files that hold an error: what stands in them was not run, and must not pass for tested. */
function brokenFiles(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const errors = sortProblems(problems).filter(({ severity }) => severity === 'error');
  return Map.groupBy(errors, ({ file }) => file);
}

function isColoured({ environment }: Called): boolean {
  return process.stdout.isTTY && !environment['NO_COLOR'];
}

async function watchAll(called: Called): Promise<number> {
  const reader = readerOf(called);
  const look = watchTests({
    read: () => chosen(called, reader),
    show: (run, about) => void show(called, run, about),
    say: called.output.err,
  });
  const ended = once(process, 'SIGINT');
  const watching = await watchFiles(reader.folder, () => void look());
  await look();
  await ended;
  watching.stop();
  return 0;
}

async function recordOne(called: Called, conversation: string): Promise<number> {
  const opened = await readerOf(called).read();
  const { file, run } = await record({
    ...opened,
    conversation,
    data: dataLocation(textOf(called, 'data'), opened.folder),
    out: textOf(called, 'out'),
  });
  called.output.err(
    `Wrote ${relative(process.cwd(), file)}. Sensitive values, e-mail addresses and phone numbers were replaced; look through the rest before you share it.`,
  );
  return show(called, run, { opened: { problems: [] }, prepareSeconds: 0 });
}
