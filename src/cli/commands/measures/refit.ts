/**
 * `touchpoint measures refit`: a file of measures to edit, with the weights of effort that customers' own answers propose; or what is missing for it.
 */
import type { Measures } from '../../../measurement/constants/measures.ts';
import type { Refit } from '../../../measurement/refit/refit-weights.ts';
import { readRefit } from '../../../reports/measures/read-refit.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { draftOf, type Proposal } from '../../measures/draft.ts';
import { latestOf, requireMeasures } from '../../measures/read-measures.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { openData } from '../../process/open-data.ts';
import { seed } from '../../report-json.ts';

export const command: Command = {
  name: 'measures refit',
  summary: 'Proposes weights of effort from what customers say of it, as a file to edit',
  arguments: '',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run,
};

async function run(called: Called): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const measures = latestOf(await requireMeasures(folder, called.output));
  const store = await openData('measures refit', dataLocation(textOf(called, 'data'), folder));
  try {
    const refit = await readRefit({ store, measures, seed });
    if (isSet(called, 'json')) {
      const found = { schema: 'measures-refit/1', number: measures.number + 1, offered: refit.missing.length === 0 };
      called.output.out(JSON.stringify({ ...found, ...refit }));
      return 0;
    }
    return say(called, measures, refit);
  } finally {
    await store.close();
  }
}

function say({ output }: Called, measures: Measures, refit: Refit): number {
  if (refit.missing.length > 0) {
    output.err('No weights are proposed:');
    for (const missing of refit.missing) output.err(`  ${missing}`);
    return 1;
  }
  output.out(draftOf({ ...measures, number: measures.number + 1 }, proposalsOf(refit)).trimEnd());
  const { answers, customers, gain } = refit;
  if (gain) {
    const [value, low, high] = [gain.value, gain.low, gain.high].map((share) => `${(100 * share).toFixed(1)} %`);
    output.err(`${answers} answers of ${customers} customers; they are told ${value} better (${low} to ${high}).`);
  }
  const few = refit.weights.filter(({ fitted }) => fitted === null).map(({ signal }) => signal);
  if (few.length > 0) output.err(`too few cases with an answer, so as published: ${few.join(', ')}`);
  return 0;
}

function proposalsOf({ weights }: Refit): readonly Proposal[] {
  return weights.flatMap(({ signal, published, fitted, events }) =>
    fitted === null
      ? []
      : [{ path: ['effort', 'signals', signal, 'weight'], now: published, suggested: fitted, n: events }],
  );
}
