/**
 * Reads events as `touchpoint export` prints them, a line each, in any order. All problems, never only the first.
 */
import type { Problem } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Event } from '../../events/event.ts';
import { parseEvent } from '../../events/event-codec.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { canonicalJson } from '../../reports/facts/canonical-json.ts';

/** Never empty; `seq` goes from 1 without a gap. */
export type Conversation = { readonly id: string; readonly events: readonly Event[]; readonly line: number };

/** @property conversations empty where there is an error: a file is taken as a whole, or not at all */
export type ReadEvents = { readonly conversations: readonly Conversation[]; readonly problems: readonly Problem[] };

type Line = { readonly event: Event; readonly line: number };

export function readEvents({ path, text }: SourceFile): ReadEvents {
  const problems: Problem[] = [];
  const lines = text.split('\n').flatMap((content, index): readonly Line[] => {
    const line = index + 1;
    const body = content.trim();
    if (body === '') return [];
    const read = eventIn(body);
    if ('event' in read) return [{ event: read.event, line }];
    problems.push(problem(path, line, read));
    return [];
  });
  if (problems.length > 0) return { conversations: [], problems };
  const conversations = [...Map.groupBy(lines, ({ event }) => event.conversation)].flatMap(([id, some]) => {
    const { events, wrong } = inOrder(some);
    if (wrong) problems.push(problem(path, wrong.line, wrong));
    return [{ id, events, line: some[0]?.line ?? 1 }];
  });
  return problems.length > 0 ? { conversations: [], problems } : { conversations, problems };
}

type Said = { readonly message: string; readonly fix: string };

function eventIn(line: string): { readonly event: Event } | Said {
  try {
    const raw: unknown = JSON.parse(line);
    return { event: parseEvent(raw) };
  } catch (error) {
    if (error instanceof TouchpointError)
      return { message: error.message, fix: error.fix ?? 'compare it with a line of `touchpoint export`' };
    return { message: 'this is no JSON', fix: 'give lines as `touchpoint export` prints them' };
  }
}

type InOrder = { readonly events: readonly Event[]; readonly wrong?: Said & { readonly line: number } };

/** A line that stands twice is one event. */
function inOrder(lines: readonly Line[]): InOrder {
  const sorted = lines.toSorted((a, b) => a.event.seq - b.event.seq || a.line - b.line);
  const events: Event[] = [];
  for (const { event, line } of sorted) {
    const last = events.at(-1);
    if (last?.seq === event.seq && canonicalJson(last) === canonicalJson(event)) continue;
    const said = wrongAfter(last, event);
    if (said) return { events: [], wrong: { ...said, line } };
    events.push(event);
  }
  return { events };
}

function wrongAfter(last: Event | undefined, event: Event): Said | undefined {
  const of = `of conversation ${event.conversation}`;
  if (last?.seq === event.seq)
    return {
      message: `event ${event.seq} ${of} stands here a second time, and is another one`,
      fix: 'leave one of them',
    };
  if (event.seq !== (last?.seq ?? 0) + 1)
    return {
      message: `event ${(last?.seq ?? 0) + 1} ${of} is missing before this one`,
      fix: 'export the conversation anew: a part of its events says something else than all of them',
    };
  if (!last && event.type !== 'conversation.started')
    return { message: `the first event ${of} is '${event.type}'`, fix: "the first is 'conversation.started'" };
  if (last && event.at < last.at)
    return {
      message: `event ${event.seq} ${of} is earlier than the one before it`,
      fix: `its time is at least that of the one before, ${last.at}`,
    };
  return undefined;
}

function problem(file: string, line: number, { message, fix }: Said): Problem {
  const place = { file, line, column: 1, endLine: line, endColumn: 1 };
  return { ...place, code: 'EVENT_INVALID', severity: 'error', message, fix };
}
