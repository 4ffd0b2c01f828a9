/** The trace of a conversation in words. */
import type { SourceFile } from '../../files/source-file.ts';
import type { TraceLine } from '../../reports/trace/line-of.ts';
import type { TracedTurn } from '../../reports/trace/trace-of.ts';

/** Files of the programs the conversation ran on, by hash; those that are gone are missing. */
export type Sources = ReadonlyMap<string, readonly SourceFile[]>;

/** @param zone IANA time zone of the times */
export function traceText(turns: readonly TracedTurn[], sources: Sources, zone: string): string {
  const times = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'medium' });
  return turns.map((turn) => [headOf(turn, times), ...linesOf(turn, sources)].join('\n')).join('\n\n');
}

function headOf({ turn, at, said }: TracedTurn, times: Intl.DateTimeFormat): string {
  const words = said.map((text) => (text === null ? 'what was erased' : `“${text.replaceAll('\n', ' ')}”`));
  const who = said.length === 0 ? '' : `  customer: ${words.join(' ')}`;
  return `turn ${turn}  ${times.format(at)}${who}`;
}

function linesOf({ program, lines }: TracedTurn, sources: Sources): readonly string[] {
  const files = sources.get(program) ?? [];
  return lines.map((line) => `  ${line.text}${placeOf(line, files)}`);
}

/** The place, and what stood there in the version of the files that the turn ran on. */
function placeOf({ at }: TraceLine, files: readonly SourceFile[]): string {
  if (!at) return '';
  const source = files.find(({ path }) => path === at.file)?.text.split('\n')[at.line - 1];
  return `  (${at.file}:${at.line}${source === undefined ? '' : `: ${source.trim()}`})`;
}
