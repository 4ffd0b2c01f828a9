/** The lines of a recorded conversation, in the form of `talk:`. */

import type { Event, EventOf } from '../../../events/event.ts';
import type { Instant } from '../../../events/instant.ts';
import type { Choice } from '../../../events/speech/choice.ts';
import type { Value } from '../../../events/understood.ts';
import { escapePattern } from '../escape-pattern.ts';
import type { Mask } from './mask.ts';

export type RecordedLine =
  | { readonly after?: string; readonly customer: string | { readonly picks: string }; readonly meanwhile?: true }
  | { readonly after?: string; readonly bot: string }
  | {
      readonly after?: string;
      readonly notice: string | { readonly name: string; readonly with: Readonly<Record<string, Value>> };
    };

/** Pauses shorter than this are left out: nothing happens in them. */
const shortestPauseMs = 60_000;

/** @property running actions that the bot waits for; @property now time that the lines so far take */
type Recording = {
  readonly lines: RecordedLine[];
  readonly mask: Mask;
  readonly running: Set<string>;
  /** actions during which the customer said something: there every moment counts */
  readonly interrupted: ReadonlySet<string>;
  choices: readonly Choice[];
  now: Instant;
};

export function recordedLines(events: readonly Event[], mask: Mask): readonly RecordedLine[] {
  const interrupted = interruptedIn(events);
  const now = events[0]?.at ?? 0;
  const recording: Recording = { lines: [], mask, running: new Set(), interrupted, choices: [], now };
  for (const event of events) record(recording, event);
  return recording.lines;
}

function interruptedIn(events: readonly Event[]): ReadonlySet<string> {
  const running = new Set<string>();
  const interrupted = new Set<string>();
  for (const event of events) {
    follow(running, event);
    if (event.type === 'customer.said') for (const request of running) interrupted.add(request);
  }
  return interrupted;
}

/** Keeps which actions the bot waits for. */
function follow(running: Set<string>, event: Event): void {
  if (event.type === 'action.requested' && event.data.purpose !== 'verify') running.add(event.data.request);
  if (event.type === 'action.succeeded' || event.type === 'action.failed') running.delete(event.data.request);
}

function record(recording: Recording, event: Event): void {
  const { running, mask, lines } = recording;
  follow(running, event);
  if (event.type === 'action.succeeded' || event.type === 'action.failed')
    recording.now = Math.max(recording.now, event.at);
  if (event.type === 'customer.said') {
    const meanwhile = running.size > 0 ? ({ meanwhile: true } as const) : {};
    lines.push({ ...pauseBefore(recording, event), customer: said(recording, event), ...meanwhile });
  }
  if (event.type === 'notice.received') lines.push({ ...pauseBefore(recording, event), notice: noticeOf(mask, event) });
  if (event.type === 'bot.said') {
    lines.push({ ...pauseBefore(recording, event), bot: botText(mask.text(event.words?.text ?? '')) });
    recording.choices = event.words?.choices ?? recording.choices;
  }
}

function pauseBefore(recording: Recording, { at }: Event): { readonly after?: string } {
  const { running, interrupted } = recording;
  const pauseMs = at - recording.now;
  const isExact = [...running].some((request) => interrupted.has(request));
  if (isExact ? pauseMs <= 0 : running.size > 0 || pauseMs < shortestPauseMs) return {};
  const roundedMs = isExact ? pauseMs : Math.ceil(pauseMs / 1000) * 1000;
  recording.now += roundedMs;
  return { after: durationText(roundedMs) };
}

function durationText(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  if (ms % 60_000 === 0) return `${ms / 60_000}m`;
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}

function said(
  { choices, mask }: Recording,
  { data, words }: EventOf<'customer.said'>,
): string | { readonly picks: string } {
  const text = words?.text ?? '';
  const picked = data.via === 'choice' ? choices.find(({ value }) => value === text) : undefined;
  return picked ? { picks: picked.title } : mask.text(text);
}

function noticeOf(mask: Mask, { data, words }: EventOf<'notice.received'>) {
  const values = Object.entries(words?.values ?? {}).map(([name, value]) => [name, mask.value(value)] as const);
  return values.length === 0 ? data.notice : { name: data.notice, with: Object.fromEntries(values) };
}

/** A text that begins with a slash would be read as a pattern. */
export function botText(text: string): string {
  return text.startsWith('/') ? `/^${escapePattern(text)}$/` : text;
}
