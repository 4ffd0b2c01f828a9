/**
 * `touchpoint import EVENTS.jsonl`: takes in what `touchpoint export` printed.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { readConfig } from '../../config/read-config.ts';
import { type ImportedEvents, importEvents } from '../../importing/import-events.ts';
import { readEvents } from '../../importing/read-events.ts';
import { readText } from '../../judging/read-text.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { problemText } from '../../process/output.ts';

export const command: Command = {
  name: 'import',
  summary: 'Takes in conversations that `touchpoint export` printed',
  arguments: 'EVENTS.jsonl',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run,
};

async function run(called: Called): Promise<number> {
  const [file] = called.positionals;
  if (file === undefined)
    throw new TouchpointError('USAGE', 'import: no file was given', {
      fix: 'touchpoint import EVENTS.jsonl, or touchpoint import surveys FILE.csv',
    });
  const folder = textOf(called, 'bot') ?? '.';
  const { config, problems } = await readConfig(folder, called.environment);
  const { text, faults } = await readText(file);
  const read = readEvents({ path: file, text });
  const all = [...problems, ...faults, ...read.problems];
  for (const problem of all) called.output.err(problemText(problem));
  if (all.some(({ severity }) => severity === 'error')) {
    called.output.err('Nothing was taken in.');
    return 1;
  }
  const { conversations } = read;
  const imported = await importEvents(dataLocation(textOf(called, 'data'), folder), {
    conversations,
    zone: config.zone,
  });
  tell(called, file, imported);
  return imported.differ.length === 0 ? 0 : 1;
}

function tell(called: Called, file: string, { added, known, wordless, differ }: ImportedEvents): void {
  for (const { id, line } of differ)
    called.output.err(
      `${file}:${line}:1 conversation ${id} is in this data already, with other events: it was left as it is`,
    );
  if (isSet(called, 'json')) {
    called.output.out(JSON.stringify({ added, known, wordless, differ: differ.map(({ id }) => id) }));
    return;
  }
  const more = [
    known === 0 ? '' : `${known} were there already`,
    wordless === 0 ? '' : `${wordless} without words, as their customers were erased`,
  ].filter(Boolean);
  called.output.out([`${added} conversations were taken in`, ...more].join('; ').concat('.'));
}
