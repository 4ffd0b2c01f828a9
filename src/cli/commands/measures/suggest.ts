/**
 * `touchpoint measures suggest`: a file of measures to edit, with the references that history proposes.
 */
import { readSuggestions } from '../../../reports/measures/read-suggestions.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { draftOf } from '../../measures/draft.ts';
import { latestOf, requireMeasures } from '../../measures/read-measures.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { openData } from '../../process/open-data.ts';

export const command: Command = {
  name: 'measures suggest',
  summary: 'Proposes references of turns, words and waits from history, as a file to edit',
  arguments: '',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run,
};

async function run(called: Called): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const history = await requireMeasures(folder, called.output);
  const measures = latestOf(history);
  const store = await openData('measures suggest', dataLocation(textOf(called, 'data'), folder));
  try {
    const { suggestions, tooFew } = await readSuggestions({ store, measures });
    if (isSet(called, 'json')) {
      const found = { schema: 'measures-suggest/1', number: measures.number + 1, suggestions, tooFew };
      called.output.out(JSON.stringify(found));
      return 0;
    }
    called.output.out(draftOf({ ...measures, number: measures.number + 1 }, suggestions).trimEnd());
    for (const { path, n } of tooFew) called.output.err(`too few for ${path.join('.')}: ${n} in history`);
  } finally {
    await store.close();
  }
  return 0;
}
