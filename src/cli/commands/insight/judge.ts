/**
 * `touchpoint judge FILE`: effort and outcome of conversations that another bot held.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { published } from '../../../measurement/constants/measures.ts';
import { factsOf, judgeTranscript } from '../../../measurement/judge/judge-transcript.ts';
import type { Rules } from '../../../measurement/judge/mapping/mapping.ts';
import type { Transcript } from '../../../measurement/judge/transcript.ts';
import { buildReport } from '../../../reports/report/build-report.ts';
import type { Report } from '../../../reports/report/report.ts';
import { renderReport } from '../../../reports/terminal/render-report.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { type Imported, importTranscripts } from '../../judging/import-transcripts.ts';
import { readJudged } from '../../judging/read-judged.ts';
import { renderJudged } from '../../judging/render-judged.ts';
import { lookOf } from '../../process/look-of.ts';
import { problemText } from '../../process/output.ts';

export const command: Command = {
  name: 'judge',
  summary: 'Effort and outcome of conversations that another bot held',
  arguments: 'FILE',
  options: {
    map: { type: 'string', takes: 'FILE', about: 'mapping: where things stand in the data, and what its labels mean' },
    format: {
      type: 'string',
      takes: 'F',
      about: 'jsonl, botframework, rasa or chatwoot (default: by the name of the file)',
    },
    data: { type: 'string', takes: 'FILE|URL', about: 'database in which they join the reports' },
    zone: { type: 'string', takes: 'ZONE', about: 'time zone of the days of reports (default: UTC)' },
    summary: { type: 'boolean', about: 'prints the report over all of them' },
    json: { type: 'boolean', about: 'prints JSON: a line a conversation, or the report' },
  },
  run: judge,
};

async function judge(called: Called): Promise<number> {
  const [file] = called.positionals;
  if (file === undefined)
    throw new TouchpointError('USAGE', 'judge: no file was given', { fix: 'touchpoint judge FILE --map M.yaml' });
  const { transcripts, rules, problems } = await readJudged({
    file,
    map: textOf(called, 'map'),
    format: textOf(called, 'format'),
  });
  for (const problem of problems) called.output.err(problemText(problem));
  if (rules) {
    show(called, file, { transcripts, rules });
    const data = textOf(called, 'data');
    if (data !== undefined)
      tell(called, await importTranscripts(dataLocation(data, '.'), { transcripts, rules, zone: zoneOf(called) }));
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

type Judged = { readonly transcripts: readonly Transcript[]; readonly rules: Rules };

function show(called: Called, file: string, judged: Judged): void {
  const isJson = isSet(called, 'json');
  if (isSet(called, 'summary')) {
    const report = reportOver(called, judged);
    called.output.out(isJson ? JSON.stringify(report) : renderReport(report, lookOf(called)).trimEnd());
    return;
  }
  const { transcripts, rules } = judged;
  const rows = transcripts.map((transcript) => judgeTranscript({ transcript, rules, measures: published }));
  if (isJson) for (const row of rows) called.output.out(JSON.stringify(row));
  else if (rows.length > 0) called.output.out(renderJudged({ file, rules, rows }, lookOf(called)));
}

/** Seed of the resamples that intervals come from. */
const seed = 1;

function reportOver(called: Called, { transcripts, rules }: Judged): Report {
  const facts = transcripts.map((transcript, index) =>
    factsOf({ transcript, rules, conversation: `${index + 1} ${transcript.id}`, numbering: 'customer' }, published),
  );
  const query = { from: null, to: null, zone: zoneOf(called), asOf: Date.now(), filters: {}, by: null, seed };
  return buildReport(facts, query, published);
}

function zoneOf(called: Called): string {
  const zone = textOf(called, 'zone') ?? 'UTC';
  if (Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC') return zone;
  throw new TouchpointError('USAGE', `judge: there is no time zone '${zone}'`, { fix: 'write it as Europe/Berlin' });
}

function tell({ output }: Called, { added, known }: Imported): void {
  const before = known === 0 ? '' : `; ${known} were there already`;
  output.err(`${added} conversations joined the reports${before}.`);
}
