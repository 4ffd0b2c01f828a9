/**
 * `touchpoint check`: every problem in a bot's files, with its place, cause and fix; or its dialogs as a drawing.
 */
import { writeFile } from 'node:fs/promises';
import { type Problem, type Severity, sortProblems } from '../../errors/problem.ts';
import { type ReadBot, readBot } from '../bot/read-bot.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { dialogGraph } from '../graph/dialog-graph.ts';
import { graphPage } from '../graph/graph-page.ts';
import { mermaid } from '../graph/mermaid.ts';
import { readMeasures } from '../measures/read-measures.ts';
import { botOption, jsonOption } from '../options.ts';
import { problemText } from '../process/output.ts';
import { readTests } from '../testing/format/read-tests.ts';

export const command: Command = {
  name: 'check',
  summary: "Finds the problems in the bot's files",
  arguments: '',
  options: {
    bot: botOption,
    json: jsonOption,
    strict: { type: 'boolean', about: 'warnings count as errors' },
    graph: { type: 'boolean', about: 'draws the dialogs instead: as Mermaid, or into the page --html names' },
    html: { type: 'string', takes: 'FILE', about: 'with --graph: writes one page that draws them' },
  },
  run: check,
};

async function check(called: Called): Promise<number> {
  const bot = await readBot(textOf(called, 'bot') ?? '.', called.environment);
  if (isSet(called, 'graph')) return drawGraph(called, bot);
  const tests = readTests(bot.files, { program: bot.program, zone: bot.config.zone });
  const measures = await readMeasures(bot.folder);
  const problems = sortProblems([...bot.problems, ...tests.problems, ...measures.problems]);
  const counts = {
    error: count(problems, 'error'),
    warning: count(problems, 'warning'),
    hint: count(problems, 'hint'),
  };
  const ok = counts.error === 0 && !(isSet(called, 'strict') && counts.warning > 0);
  if (isSet(called, 'json')) called.output.out(JSON.stringify({ schema: 'check/1', ok, counts, problems }));
  else called.output.out([...problems.map(problemText), summary(counts)].join('\n'));
  return ok ? 0 : 1;
}

/** The dialogs of the bot's own files; of a bot with errors, as far as they could be read. */
async function drawGraph(called: Called, { config, draft, files }: ReadBot): Promise<number> {
  const own = [...draft.dialogs.values()].filter(({ where }) => where.file.startsWith('dialogs/'));
  const graphs = own.map(dialogGraph);
  const page = textOf(called, 'html');
  if (page === undefined) called.output.out(mermaid(graphs).trimEnd());
  else {
    await writeFile(page, graphPage({ name: config.name, graphs, files }));
    called.output.out(page);
  }
  return 0;
}

function count(problems: readonly Problem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

function summary({ error, warning, hint }: Readonly<Record<Severity, number>>): string {
  if (error + warning + hint === 0) return 'No problems.';
  const parts = [plural(error, 'error'), plural(warning, 'warning'), plural(hint, 'hint')];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function plural(number: number, word: string): string {
  return number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
}
