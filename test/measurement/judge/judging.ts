/**
 * Judges small transcripts for tests, as the command does.
 */
import { published } from '../../../src/measurement/constants/measures.ts';
import { type Format, readFormat } from '../../../src/measurement/judge/formats/read-format.ts';
import { type JudgedRow, judgeTranscript } from '../../../src/measurement/judge/judge-transcript.ts';
import { generalRules } from '../../../src/measurement/judge/mapping/general-rules.ts';
import { readFormatRules, readMapping } from '../../../src/measurement/judge/mapping/read-mapping.ts';

export type Judged = { readonly rows: readonly JudgedRow[]; readonly problems: readonly string[] };

const head = `judge: 1
turns: $.turns
turn: { who: "$[0]", act: "$[1]", text: "$[2]", time: "$[3]", entities: "$[4]" }
roles: { a: bot, u: customer, p: agent, s: system }
time: { unit: s, from: start }
`;

/** @param turns of one conversation: who, act, text, seconds, entities */
export function judge(rules: string, turns: readonly (readonly unknown[])[]): JudgedRow {
  const { rows, problems } = judgeLines(`${head}${rules}`, JSON.stringify({ turns }));
  const [row] = rows;
  if (!row) throw new Error(problems.join('\n'));
  return row;
}

export function judgeLines(map: string, text: string): Judged {
  const { layout, rules, problems } = readMapping({ path: 'map.yaml', text: map });
  if (!layout || !rules) return { rows: [], problems: problems.map(short) };
  const read = readFormat({ path: 'calls.jsonl', text }, layout);
  return {
    rows: read.transcripts.map((transcript) => judgeTranscript({ transcript, rules, measures: published })),
    problems: read.problems.map(short),
  };
}

/** With the general rules. */
export function judgeFormat(format: Exclude<Format, 'jsonl'>, text: string): Judged {
  const { rules } = readFormatRules(generalRules);
  if (!rules) throw new Error('the general rules have errors');
  const read = readFormat({ path: 'file.json', text }, format);
  return {
    rows: read.transcripts.map((transcript) => judgeTranscript({ transcript, rules, measures: published })),
    problems: read.problems.map(short),
  };
}

export function signalsOf({ burdens }: JudgedRow): Readonly<Record<string, number>> {
  return Object.fromEntries(burdens.map(({ signal, count }) => [signal, count]));
}

function short({
  file,
  line,
  column,
  message,
  fix,
  code,
}: {
  file: string;
  line: number;
  column: number;
  message: string;
  fix?: string;
  code: string;
}): string {
  return `${file}:${line}:${column} ${message} (${fix ?? ''}) [${code}]`;
}
