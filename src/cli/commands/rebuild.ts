/**
 * `touchpoint rebuild`: recomputes every fact from the events, and tells what differs.
 */
import { rebuild } from '../../reports/facts/rebuild.ts';
import { openStore } from '../../storage/open-store.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { dataLocation } from '../config/data-location.ts';
import { readConfig } from '../config/read-config.ts';
import { latestOf, requireMeasures } from '../measures/read-measures.ts';
import { botOption, dataOption, jsonOption } from '../options.ts';
import { problemText } from '../process/output.ts';

export const command: Command = {
  name: 'rebuild',
  summary: 'Computes all figures anew from the recorded events',
  arguments: '',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run,
};

async function run(called: Called): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const { config, problems } = await readConfig(folder, called.environment);
  for (const problem of problems) called.output.err(problemText(problem));
  if (problems.some(({ severity }) => severity === 'error')) return 1;
  const measures = latestOf(await requireMeasures(folder, called.output));
  const store = await openStore(dataLocation(textOf(called, 'data'), folder));
  try {
    const { conversations, cases, differences } = await rebuild({ store, measures, zone: config.zone });
    if (isSet(called, 'json'))
      called.output.out(JSON.stringify({ schema: 'rebuild/1', conversations, cases, differences }));
    else called.output.out(summary(conversations, cases, differences.length));
    return differences.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

function summary(conversations: number, cases: number, differences: number): string {
  const changed = differences === 0 ? 'nothing changed' : `${differences} changed`;
  return `Recomputed ${cases} cases of ${conversations} conversations: ${changed}.`;
}
