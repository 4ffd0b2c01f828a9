import type { Event } from '../../events/event.ts';
import { lineOf } from '../../reports/trace/line-of.ts';

/** Explains a turn: one line a decision, with its place in the files. Questions stand there anyway. */
export function explain(events: readonly Event[]): readonly string[] {
  const told = events.filter((event) => event.type !== 'bot.said' || !event.data.expectsInput);
  return told.flatMap((event) => {
    const line = lineOf(event);
    return line ? [line.at ? `${line.text} at ${line.at.file}:${line.at.line}` : line.text] : [];
  });
}
