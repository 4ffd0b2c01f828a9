/**
 * `touchpoint report`: the experience report in the terminal, as JSON, and into files as CSV and as one page.
 */
import { writeFile } from 'node:fs/promises';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { renderCsv } from '../../reports/csv/render-csv.ts';
import { renderPage } from '../../reports/page/render-page.ts';
import { dimensions } from '../../reports/report/query.ts';
import type { Report } from '../../reports/report/report.ts';
import { renderReport } from '../../reports/terminal/render-report.ts';
import { type Called, type Command, isSet, type Option, textOf } from '../command.ts';
import { botOption, dataOption, jsonOption } from '../options.ts';
import { lookOf } from '../process/look-of.ts';
import { withData } from '../reading/with-data.ts';
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
    csv: { type: 'string', takes: 'FILE', about: 'writes CSV, a row a group; - prints it' },
    html: { type: 'string', takes: 'FILE', about: 'writes one page, to be mailed or printed; - prints it' },
  },
  run: report,
};

async function report(called: Called): Promise<number> {
  const flags = readFlags(queryOf(called));
  return withData(called, 'report', async (opened) => {
    const asked = { ...opened, flags };
    const files = await writeFiles(called, () => makeReport(asked), opened.config.name);
    if (isSet(called, 'json')) called.output.out((await reportJson(asked)).trimEnd());
    else if (files === 0) called.output.out(renderReport(await makeReport(asked), lookOf(called)).trimEnd());
  });
}

/** @returns how many were asked for; each one's path is printed, unless JSON is, which stands alone */
async function writeFiles(called: Called, make: () => Promise<Report>, name: string): Promise<number> {
  const asked = [
    { file: textOf(called, 'csv'), draw: renderCsv },
    { file: textOf(called, 'html'), draw: (made: Report) => renderPage(made, name) },
  ].filter(({ file }) => file !== undefined);
  for (const { file = '-', draw } of asked) await write(called, file, draw(await make()));
  return asked.length;
}

async function write(called: Called, file: string, text: string): Promise<void> {
  if (file === '-') return called.output.out(text.trimEnd());
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new TouchpointError('USAGE', `report: ${file} cannot be written`, {
      fix: 'name a file in a folder that exists and may be written to',
      cause,
    });
  }
  if (!isSet(called, 'json')) called.output.out(file);
}

function queryOf(called: Called): Readonly<Record<string, string>> {
  const flags = ['from', 'to', 'by', 'measures', ...dimensions].map((name) => [name, textOf(called, name)] as const);
  return Object.fromEntries(flags.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
