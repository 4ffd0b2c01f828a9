/**
 * `touchpoint journey`: the bot among the other touchpoints, and the way customers take over them.
 */
import { dimensions } from '../../../reports/report/query.ts';
import { keepTable } from '../../../reports/table/keep-table.ts';
import { renderJourney, renderPath } from '../../../reports/terminal/render-journey.ts';
import { type Called, type Command, isSet, type Option, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { readConfig } from '../../config/read-config.ts';
import { journeyJson, makeJourney, readJourneyFlags } from '../../journey-json.ts';
import { requireMeasures } from '../../measures/read-measures.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { lookOf } from '../../process/look-of.ts';
import { openData } from '../../process/open-data.ts';
import { problemText } from '../../process/output.ts';
import { createRealClock } from '../../process/real-clock.ts';

const filters: Readonly<Record<string, Option>> = Object.fromEntries(
  dimensions.map((name) => [
    name,
    { type: 'string', takes: name.toUpperCase(), about: `only contacts of this ${name}` },
  ]),
);

export const command: Command = {
  name: 'journey',
  summary: 'The bot among the other touchpoints, and the way customers take over them',
  arguments: '',
  options: {
    bot: botOption,
    data: dataOption,
    from: { type: 'string', takes: 'D', about: 'first day, as 2026-11-01' },
    to: { type: 'string', takes: 'D', about: 'the day after the last' },
    ...filters,
    customer: { type: 'string', takes: 'ID', about: 'the way of this customer, by the id lists of cases name' },
    json: jsonOption,
  },
  run,
};

async function run(called: Called): Promise<number> {
  const flags = readJourneyFlags(queryOf(called));
  const folder = textOf(called, 'bot') ?? '.';
  const { config, problems } = await readConfig(folder, called.environment);
  for (const problem of problems) called.output.err(problemText(problem));
  if (problems.some(({ severity }) => severity === 'error')) return 1;
  const history = await requireMeasures(folder, called.output);
  const store = await openData('journey', dataLocation(textOf(called, 'data'), folder));
  const asked = { cases: keepTable(store), config, clock: createRealClock(), flags, history };
  try {
    called.output.out((isSet(called, 'json') ? await journeyJson(asked) : await drawn()).trimEnd());
  } finally {
    await store.close();
  }
  return 0;

  async function drawn(): Promise<string> {
    const made = await makeJourney(asked);
    return made.schema === 'journey/1' ? renderJourney(made, lookOf(called)) : renderPath(made, lookOf(called));
  }
}

function queryOf(called: Called): Readonly<Record<string, string>> {
  const flags = ['from', 'to', 'customer', ...dimensions].map((name) => [name, textOf(called, name)] as const);
  return Object.fromEntries(flags.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
