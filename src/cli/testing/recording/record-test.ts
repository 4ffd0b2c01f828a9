/**
 * Turns a real conversation into a test: its lines, what actions answered, and what came of it. The conversation is led again by its own lines; where the
 * bot still goes the same way, its words of today are taken (one of several variations may be another), else those it said, and the test tells the difference.
 */
import { stringify } from 'yaml';
import type { Program } from '../../../dialogs/program.ts';
import type { Event } from '../../../events/event.ts';
import type { Understood } from '../../../events/understood.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import type { Measures } from '../../../measurement/constants/measures.ts';
import { readTests } from '../format/read-tests.ts';
import { runTests, type TestRun } from '../run-tests.ts';
import type { TestResult } from '../running/run-test.ts';
import { createMask } from './mask.ts';
import { botText, type RecordedLine, recordedLines } from './recorded-lines.ts';
import { recordedStubs } from './recorded-stubs.ts';

export type Recording = {
  readonly conversation: string;
  readonly events: readonly Event[];
  readonly program: Program;
  readonly understand: (text: string) => Understood;
  readonly measures?: Measures;
  readonly zone: string;
  /** the bot's files: what tests of its folder begin with */
  readonly files: readonly SourceFile[];
  /** path of the test within the bot's folder */
  readonly path: string;
};

/** @property text the file; @property run the test, run at once */
export type Recorded = { readonly text: string; readonly run: TestRun };

export async function recordTest(recording: Recording): Promise<Recorded> {
  const mask = createMask(recording.events, recording);
  const lines = recordedLines(recording.events, mask);
  const head = { ...headOf(recording), stub: recordedStubs(recording.events, mask) };
  const first = await runOnce(recording, stringify({ ...head, talk: lines }, layout));
  const [again] = first.results;
  const talk = again && isSameWay(recording.events, again) ? withWords(lines, again) : lines;
  const expect = again ? { expect: expectationsOf(again) } : {};
  const text = stringify({ ...head, talk, ...expect }, layout);
  return { text, run: await runOnce(recording, text) };
}

const layout = { lineWidth: 0 } as const;

function headOf({ conversation, events }: Recording) {
  const started = events.find((event) => event.type === 'conversation.started');
  const intent = events.find((event) => event.type === 'intent.recognised' && event.data.accepted !== null);
  const about = intent?.type === 'intent.recognised' ? intent.data.accepted : null;
  const name = `${about ?? 'conversation'}, recorded from ${shortId(conversation)}`;
  if (started?.type !== 'conversation.started') return { test: name };
  const { locale, channel, entryPoint } = started.data;
  return { test: name, locale, channel, entry: entryPoint, now: `${new Date(started.at).toISOString().slice(0, 19)}Z` };
}

/** Enough of a conversation's id to find it again. */
export function shortId(conversation: string): string {
  return conversation
    .replace(/[^A-Za-z0-9]+/g, '')
    .slice(0, 8)
    .toLowerCase();
}

async function runOnce({ files, path, zone, ...bot }: Recording, text: string): Promise<TestRun> {
  const shared = files.filter((file) => /^dialogs\/tests\/(.+\/)?stubs\.ya?ml$/.test(file.path));
  const { tests } = readTests([...shared, { path, text }], { program: bot.program, zone });
  return runTests(tests, bot);
}

/** Whether the bot spoke at the same steps, one after another. */
function isSameWay(events: readonly Event[], { transcript }: TestResult): boolean {
  const now = transcript.filter(({ who }) => who === 'bot');
  const then = events.filter((event) => event.type === 'bot.said').map(({ data }) => data.at);
  return then.every((at, n) => at === null || (now[n]?.dialog === at.dialog && now[n]?.step === at.step));
}

function withWords(lines: readonly RecordedLine[], { transcript }: TestResult): readonly RecordedLine[] {
  const words = transcript.filter(({ who }) => who === 'bot').map(({ text }) => text);
  return lines.map((line) => ('bot' in line ? { ...line, bot: botText(words.shift() ?? '') } : line));
}

function expectationsOf({ outcome, effort, customerTurns, goals }: TestResult) {
  return {
    ...(goals.length === 0 ? {} : { goal: goals }),
    ...(outcome === null ? {} : { outcome }),
    ...(effort === null ? {} : { effort: { at_most: Math.ceil(effort) } }),
    turns: { at_most: customerTurns },
  };
}
