import type { Event } from '../../events/event.ts';
import { createHider } from '../../reports/trace/create-hider.ts';
import { lineOf } from '../../reports/trace/line-of.ts';

/** Explains a conversation as it goes: one line a decision, with its place in the files. Questions stand there anyway. */
export function createExplainer(): (events: readonly Event[]) => readonly string[] {
  const heard: Event[] = [];
  return (events) => {
    heard.push(...events);
    const { hide } = createHider(heard);
    const told = events.filter((event) => event.type !== 'bot.said' || !event.data.expectsInput);
    return told.flatMap((event) => {
      const line = lineOf(event, hide);
      return line ? [line.at ? `${line.text} at ${line.at.file}:${line.at.line}` : line.text] : [];
    });
  };
}
