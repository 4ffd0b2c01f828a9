/** A failed test as a designer reads it: expected against got, the step it comes from, and the conversation around it. */
import type { Paint } from '../../../reports/terminal/paint.ts';
import type { Failure, TestResult } from '../running/run-test.ts';
import type { Spoken } from '../running/transcript.ts';
import { diffWords, type Marked } from './diff.ts';

/** Lines of the conversation shown before and after the place of a failure. */
const around = 4;

export function renderFailure({ test, failures, transcript }: TestResult, paint: Paint): readonly string[] {
  const lines = failures.flatMap((failure) => ['', ...failureLines(test.file, failure, paint)]);
  return [...lines, '', ...transcriptLines(transcript, failures, paint)];
}

function failureLines(file: string, { line, expected, got, at }: Failure, paint: Paint): readonly string[] {
  const diff = diffWords(expected, got);
  return [
    `    ${paint.strong(`${file}:${line}`)}`,
    ...labelled('expected', marked(diff.expected, paint.good)),
    ...labelled('got', marked(diff.got, paint.bad)),
    ...(at === null
      ? []
      : [`      because   ${paint.dim(`${at.file}:${at.line} ${at.dialog}${at.step === '' ? '' : `/${at.step}`}`)}`]),
  ];
}

function labelled(label: string, text: string): readonly string[] {
  const [first = '', ...rest] = text.split('\n');
  return [`      ${label.padEnd(9)} ${first}`, ...rest.map((line) => `${' '.repeat(16)}${line}`)];
}

function marked(words: readonly Marked[], paint: (text: string) => string): string {
  return words.map(({ text, isOther }) => (isOther ? paint(text) : text)).join('');
}

function transcriptLines(transcript: readonly Spoken[], failures: readonly Failure[], paint: Paint): readonly string[] {
  const last = Math.max(...failures.map(({ line }) => line));
  const end = transcript.findIndex(({ who, line }) => who === 'customer' && line !== null && line > last);
  const shown = end < 0 ? transcript.length : end;
  const first = transcript.findIndex(
    ({ who, line }) => who === 'customer' && line !== null && line >= Math.min(...failures.map((one) => one.line)),
  );
  const from = Math.max(0, Math.min(first < 0 ? shown : first, shown) - around);
  const lines = transcript.slice(from, shown).flatMap((spoken) => spokenLines(spoken, paint));
  return lines.length === 0
    ? []
    : [`    ${paint.dim(from > 0 ? 'conversation, from here' : 'conversation')}`, ...lines];
}

function spokenLines({ who, text, choices, file, line, note }: Spoken, paint: Paint): readonly string[] {
  const label = who === 'customer' ? 'customer' : 'bot';
  const source = note === null ? (file === null ? '' : `${file}:${line}`) : `understood: ${note}`;
  const [first = '', ...rest] = text.split('\n');
  return [
    `      ${paint.dim(label.padEnd(9))} ${who === 'customer' ? paint.strong(first) : first}${source === '' ? '' : paint.dim(`   ${source}`)}`,
    ...rest.map((more) => `${' '.repeat(16)}${more}`),
    ...(choices.length === 0 ? [] : [`${' '.repeat(16)}${paint.dim(`[${choices.join('] [')}]`)}`]),
  ];
}
