/**
 * `touchpoint journey`: the bot among the other touchpoints, and the way customers take over them.
 */
import { dimensions } from '../../../reports/report/query.ts';
import { renderJourney, renderPath } from '../../../reports/terminal/render-journey.ts';
import { type Called, type Command, isSet, type Option, textOf } from '../../command.ts';
import { journeyJson, makeJourney, readJourneyFlags } from '../../journey-json.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { lookOf } from '../../process/look-of.ts';
import { withData } from '../../reading/with-data.ts';

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
  return withData(called, 'journey', async (opened) => {
    const asked = { ...opened, flags };
    if (isSet(called, 'json')) return called.output.out((await journeyJson(asked)).trimEnd());
    const made = await makeJourney(asked);
    const look = lookOf(called);
    called.output.out((made.schema === 'journey/1' ? renderJourney(made, look) : renderPath(made, look)).trimEnd());
  });
}

function queryOf(called: Called): Readonly<Record<string, string>> {
  const flags = ['from', 'to', 'customer', ...dimensions].map((name) => [name, textOf(called, name)] as const);
  return Object.fromEntries(flags.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
