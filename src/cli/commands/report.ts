/**
 * `touchpoint report`: the experience report in the terminal, as JSON, as CSV, or as one page.
 */
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { renderCsv } from '../../reports/csv/render-csv.ts';
import { renderPage } from '../../reports/page/render-page.ts';
import { dimensions } from '../../reports/report/query.ts';
import type { Report } from '../../reports/report/report.ts';
import { renderReport } from '../../reports/terminal/render-report.ts';
import { type Called, type Command, isSet, type Option, textOf } from '../command.ts';
import { dataLocation } from '../config/data-location.ts';
import { readConfig } from '../config/read-config.ts';
import { requireMeasures } from '../measures/read-measures.ts';
import { botOption, dataOption, jsonOption } from '../options.ts';
import { lookOf } from '../process/look-of.ts';
import { openData } from '../process/open-data.ts';
import { problemText } from '../process/output.ts';
import { createRealClock } from '../process/real-clock.ts';
import { readFlags } from '../report-flags.ts';
import { makeReport, reportJson } from '../report-json.ts';

const filters: Readonly<Record<string, Option>> = Object.fromEntries(
  dimensions.map((name) => [name, { type: 'string', takes: name.toUpperCase(), about: `only cases of this ${name}` }]),
);

export const command: Command = {
  name: 'report',
  summary: 'The experience report: outcomes, effort, and what to mend first',
  arguments: '',
  options: {
    bot: botOption,
    data: dataOption,
    from: { type: 'string', takes: 'D', about: 'first day, as 2026-11-01' },
    to: { type: 'string', takes: 'D', about: 'the day after the last' },
    by: { type: 'string', takes: 'DIMENSION', about: `one group each: ${dimensions.join(', ')}` },
    ...filters,
    measures: { type: 'string', takes: 'N', about: 'makes all figures with the measures of this number' },
    json: jsonOption,
    csv: { type: 'boolean', about: 'prints CSV, a row a group' },
    html: { type: 'boolean', about: 'prints one HTML page, to be mailed or printed' },
  },
  run: report,
};

async function report(called: Called): Promise<number> {
  const flags = readFlags(queryOf(called));
  const form = formOf(called);
  const folder = textOf(called, 'bot') ?? '.';
  const { config, problems } = await readConfig(folder, called.environment);
  for (const problem of problems) called.output.err(problemText(problem));
  if (problems.some(({ severity }) => severity === 'error')) return 1;
  const history = await requireMeasures(folder, called.output);
  const store = await openData('report', dataLocation(textOf(called, 'data'), folder));
  const asked = { store, config, clock: createRealClock(), flags, history };
  try {
    if (form === 'json') called.output.out((await reportJson(asked)).trimEnd());
    else called.output.out(drawn(await makeReport(asked), form, { called, name: config.name }).trimEnd());
  } finally {
    await store.close();
  }
  return 0;
}

const forms = ['json', 'csv', 'html'] as const;
type Form = (typeof forms)[number] | 'terminal';

function formOf(called: Called): Form {
  const [form = 'terminal', other] = forms.filter((name) => isSet(called, name));
  if (other === undefined) return form;
  throw new TouchpointError('USAGE', `report: --${form} and --${other} exclude each other`, {
    fix: 'ask for one at a time',
  });
}

function drawn(made: Report, form: Form, { called, name }: { readonly called: Called; readonly name: string }): string {
  if (form === 'csv') return renderCsv(made);
  return form === 'html' ? renderPage(made, name) : renderReport(made, lookOf(called));
}

function queryOf(called: Called): Readonly<Record<string, string>> {
  const flags = ['from', 'to', 'by', 'measures', ...dimensions].map((name) => [name, textOf(called, name)] as const);
  return Object.fromEntries(flags.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
