/**
 * What `touchpoint judge` is called with, read: the conversations of a file, and the rules they are judged by.
 */
import { nearest } from '../../errors/nearest.ts';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { type Format, formats, readFormat } from '../../measurement/judge/formats/read-format.ts';
import type { ReadTranscripts } from '../../measurement/judge/formats/read-transcripts.ts';
import { generalRules } from '../../measurement/judge/mapping/general-rules.ts';
import type { Rules } from '../../measurement/judge/mapping/mapping.ts';
import { readFormatRules, readMapping } from '../../measurement/judge/mapping/read-mapping.ts';
import type { Transcript } from '../../measurement/judge/transcript.ts';
import { readText } from './read-text.ts';

export type Given = { readonly file: string; readonly map: string | undefined; readonly format: string | undefined };

/** @property rules `undefined` where the mapping has errors; then nothing was judged */
export type ReadJudged = {
  readonly transcripts: readonly Transcript[];
  readonly rules: Rules | undefined;
  readonly problems: readonly Problem[];
};

/** @throws TouchpointError USAGE, TRANSCRIPT_INVALID */
export async function readJudged({ file, map, format }: Given): Promise<ReadJudged> {
  const wanted = formatOf(file, format);
  if (wanted === 'jsonl' && map === undefined) throw noMapping();
  const mapping = map === undefined ? generalRules : { path: map, text: (await readText(map)).text };
  const { layout, rules, problems } = wanted === 'jsonl' ? readMapping(mapping) : readFormatRules(mapping);
  const form = wanted === 'jsonl' ? layout : wanted;
  if (!rules || !form) return { transcripts: [], rules: undefined, problems };
  const { text, faults } = await readText(file);
  const read = withoutFaulty(readFormat({ path: file, text }, form), faults);
  return { transcripts: read.transcripts, rules, problems: [...problems, ...read.problems] };
}

/** A line that cannot be decoded is said once. What one conversation spreads over several lines is lost with any of them. */
function withoutFaulty({ transcripts, problems }: ReadTranscripts, faults: readonly Problem[]): ReadTranscripts {
  const isFaulty = (line: number, endLine: number) =>
    faults.some((fault) => fault.line >= line && fault.line <= endLine);
  return {
    transcripts: transcripts.filter(({ line, endLine }) => !isFaulty(line, endLine)),
    problems: sortProblems([...faults, ...problems.filter(({ line }) => !isFaulty(line, line))]),
  };
}

function formatOf(file: string, format: string | undefined): Format {
  if (format === undefined) return file.endsWith('.transcript') ? 'botframework' : 'jsonl';
  const found = formats.find((one) => one === format);
  if (found) return found;
  const near = nearest(format, formats);
  throw new TouchpointError('USAGE', `judge: there is no format '${format}'`, {
    fix: near === undefined ? `use one of: ${formats.join(', ')}` : `did you mean '${near}'?`,
  });
}

function noMapping(): TouchpointError {
  return new TouchpointError('USAGE', 'judge: JSON lines need a mapping', {
    fix: 'name one with --map, such as docs/judge/star.yaml, or say with --format what wrote the file',
  });
}
