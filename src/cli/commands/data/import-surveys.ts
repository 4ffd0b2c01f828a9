/**
 * `touchpoint import surveys FILE.csv`: what customers said of the other touchpoints, so that they stand beside the bot.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { importAnswers } from '../../answers/import-answers.ts';
import { readAnswers } from '../../answers/read-answers.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { readConfig } from '../../config/read-config.ts';
import { readText } from '../../judging/read-text.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { problemText } from '../../process/output.ts';
import { createRealClock } from '../../process/real-clock.ts';

export const command: Command = {
  name: 'import surveys',
  summary: 'Takes in answers to surveys of other touchpoints (phone, store, mail)',
  arguments: 'FILE.csv',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run,
};

async function run(called: Called): Promise<number> {
  const [file] = called.positionals;
  if (file === undefined)
    throw new TouchpointError('USAGE', 'import surveys: no file was given', {
      fix: 'touchpoint import surveys FILE.csv, with the columns touchpoint, time, customer, item, score',
    });
  const folder = textOf(called, 'bot') ?? '.';
  const { config, problems } = await readConfig(folder, called.environment);
  const { text, faults } = await readText(file);
  const read = readAnswers({ path: file, text }, { zone: config.zone, now: createRealClock().now() });
  const all = [...problems, ...faults, ...read.problems];
  for (const problem of all) called.output.err(problemText(problem));
  if (all.some(({ severity }) => severity === 'error')) {
    called.output.err('Nothing was taken in.');
    return 1;
  }
  const { added, known } = await importAnswers(dataLocation(textOf(called, 'data'), folder), {
    ...{ answers: read.answers, file: basename(file), zone: config.zone },
    newId: () => randomUUID(),
  });
  const before = known === 0 ? '' : `; ${known} were there already`;
  called.output.out(
    isSet(called, 'json') ? JSON.stringify({ added, known }) : `${added} answers joined the touchpoints${before}.`,
  );
  return 0;
}
