/**
 * Conversations as JSON lines, one each, as a mapping says where their parts stand.
 */
import type { Problem } from '../../../errors/problem.ts';
import { valueAtPath } from '../../../files/json-path.ts';
import { parseJson } from '../../../files/parse-json.ts';
import type { Layout } from '../mapping/mapping.ts';
import type { Transcript, TranscriptTurn } from '../transcript.ts';
import { inOrder } from './in-order.ts';
import type { ReadTranscripts } from './read-transcripts.ts';
import { isFault, readTurn } from './read-turn.ts';
import { noJson, type Source, unreadable } from './unreadable.ts';

/** Blank lines are no conversations. */
export function readJsonLines(source: Source, layout: Layout): ReadTranscripts {
  const transcripts: Transcript[] = [];
  const problems: Problem[] = [];
  for (const [index, offset] of source.lines.entries()) {
    const text = source.text.slice(offset, source.lines[index + 1]).trimEnd();
    if (text.trim() === '') continue;
    const read = readLine({ source, layout, offset, line: index + 1 }, text);
    if ('turns' in read) transcripts.push(read);
    else problems.push(read);
  }
  return { transcripts, problems };
}

type Line = { readonly source: Source; readonly layout: Layout; readonly offset: number; readonly line: number };

function readLine({ source, layout, offset, line }: Line, text: string): Transcript | Problem {
  const parsed = parseJson(text);
  if ('fault' in parsed) return noJson(source, offset, parsed);
  const turns = valueAtPath(parsed.value, layout.turns);
  if (!Array.isArray(turns)) return noTurns(source, offset, turns);
  const read: TranscriptTurn[] = [];
  for (const [index, raw] of turns.entries()) {
    const turn = readTurn(layout, raw);
    if (isFault(turn)) return unreadable(source, { offset, message: `turn ${index} ${turn.fault}`, fix: turn.fix });
    read.push(turn);
  }
  const id = layout.id && valueAtPath(parsed.value, layout.id);
  return {
    id: isName(id) ? String(id) : String(line),
    line,
    endLine: line,
    channel: 'transcript',
    turns: inOrder(read),
  };
}

function isName(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function noTurns(source: Source, offset: number, value: unknown): Problem {
  return unreadable(source, {
    offset,
    message: value === undefined ? 'the conversation has no turns' : 'the turns of the conversation are no list',
    fix: "compare the line with 'turns' in the mapping",
  });
}
