/** The lines of a recorded conversation, in the form of `talk:`. */
import type { Choice } from '../../../events/conversation-events.ts';
import type { Event, EventOf } from '../../../events/event.ts';
import type { Instant } from '../../../events/instant.ts';
import { escapePattern } from '../escape-pattern.ts';
import type { Mask } from './mask.ts';

export type RecordedLine =
  | { readonly after?: string; readonly customer: string | { readonly picks: string }; readonly meanwhile?: true }
  | { readonly after?: string; readonly bot: string };

/** Pauses shorter than this are left out: nothing happens in them. */
const shortestPauseMs = 60_000;

type Recording = {
  readonly lines: RecordedLine[];
  readonly mask: Mask;
  /** actions that the bot waits for */
  readonly running: Set<string>;
  choices: readonly Choice[];
  /** time that the lines so far take */
  now: Instant;
};

export function recordedLines(events: readonly Event[], mask: Mask): readonly RecordedLine[] {
  const recording: Recording = { lines: [], mask, running: new Set(), choices: [], now: events[0]?.at ?? 0 };
  for (const event of events) record(recording, event);
  return recording.lines;
}

function record(recording: Recording, event: Event): void {
  const { running, mask, lines } = recording;
  switch (event.type) {
    case 'action.requested':
      if (event.data.purpose !== 'verify') running.add(event.data.request);
      break;
    case 'action.succeeded':
    case 'action.failed':
      if (running.delete(event.data.request)) recording.now = event.at;
      break;
    case 'customer.said': {
      const isMeanwhile = running.size > 0 && lines.length > 0;
      const pause = isMeanwhile ? {} : pauseBefore(recording, event);
      lines.push({ ...pause, customer: said(recording, event), ...(isMeanwhile ? { meanwhile: true } : {}) });
      break;
    }
    case 'bot.said': {
      const pause = running.size > 0 ? {} : pauseBefore(recording, event);
      lines.push({ ...pause, bot: botText(mask.text(event.words?.text ?? '')) });
      recording.choices = event.words?.choices ?? recording.choices;
      break;
    }
    default:
  }
}

function pauseBefore(recording: Recording, { at }: Event): { readonly after?: string } {
  const pauseMs = at - recording.now;
  if (pauseMs < shortestPauseMs) return {};
  const seconds = Math.ceil(pauseMs / 1000);
  recording.now += seconds * 1000;
  if (seconds % 3600 === 0) return { after: `${seconds / 3600}h` };
  return { after: seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s` };
}

function said({ choices, mask }: Recording, { data, words }: EventOf<'customer.said'>): string | { readonly picks: string } {
  const text = words?.text ?? '';
  const picked = data.via === 'choice' ? choices.find(({ value }) => value === text) : undefined;
  return picked ? { picks: picked.title } : mask.text(text);
}

/** A text that begins with a slash would be read as a pattern. */
export function botText(text: string): string {
  return text.startsWith('/') ? `/^${escapePattern(text)}$/` : text;
}
