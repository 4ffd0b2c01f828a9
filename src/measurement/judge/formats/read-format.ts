import type { Layout } from '../mapping/mapping.ts';
import { readBotFramework } from './read-bot-framework.ts';
import { readChatwoot } from './read-chatwoot.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readRasa } from './read-rasa.ts';
import type { ReadTranscripts } from './read-transcripts.ts';
import { type Source, sourceOf, unreadable } from './unreadable.ts';

/** Forms in which conversations of other bots are read. */
export const formats = ['jsonl', 'botframework', 'rasa', 'chatwoot'] as const;
export type Format = (typeof formats)[number];

/** Reads a file of conversations; JSON lines by a layout. A file without any is a problem: silence must not pass for success. */
export function readFormat(
  file: { readonly path: string; readonly text: string },
  format: Exclude<Format, 'jsonl'> | Layout,
): ReadTranscripts {
  const source = sourceOf(file.path, file.text);
  const read = readAs(source, format);
  if (read.transcripts.length > 0 || read.problems.length > 0) return read;
  const fix = 'judge a file that holds at least one';
  return { ...read, problems: [unreadable(source, { offset: 0, message: 'the file holds no conversation', fix })] };
}

function readAs(source: Source, format: Exclude<Format, 'jsonl'> | Layout): ReadTranscripts {
  if (format === 'botframework') return readBotFramework(source);
  if (format === 'rasa') return readRasa(source);
  if (format === 'chatwoot') return readChatwoot(source);
  return readJsonLines(source, format);
}
