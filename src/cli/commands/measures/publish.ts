/**
 * `touchpoint measures publish FILE`: makes an edited file of measures the next number, beside the bot, shows what it does to the figures of the past,
 * and has them all made anew.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { type Called, type Command, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { readConfig } from '../../config/read-config.ts';
import { compareOver } from '../../measures/compare-over.ts';
import { numbered } from '../../measures/draft.ts';
import { isDataThere } from '../../measures/is-data-there.ts';
import { latestOf, measuresFolder, requireMeasures } from '../../measures/read-measures.ts';
import { readMeasuresFile } from '../../measures/read-measures-file.ts';
import { requireNewIds } from '../../measures/require-new-ids.ts';
import { botOption, dataOption } from '../../options.ts';
import { problemText } from '../../process/output.ts';

export const command: Command = {
  name: 'measures publish',
  summary: 'Makes an edited file of measures the next number, for all figures',
  arguments: 'FILE',
  options: { bot: botOption, data: dataOption },
  run,
};

async function run(called: Called): Promise<number> {
  const [file] = called.positionals;
  if (file === undefined)
    throw new TouchpointError('USAGE', 'measures publish: no file was given', {
      fix: 'make one with: touchpoint measures suggest > draft.yaml',
    });
  const folder = textOf(called, 'bot') ?? '.';
  const before = latestOf(await requireMeasures(folder, called.output));
  const text = await readFile(file, 'utf8').catch(() => Promise.reject(missing(file)));
  const { measures, problems } = readMeasuresFile({ path: file, text });
  const all = measures ? [...problems, ...requireNewIds({ path: file, text }, before, measures)] : problems;
  for (const problem of all) called.output.err(problemText(problem));
  if (!measures || all.some(({ severity }) => severity === 'error')) return 1;
  const next = { ...measures, number: before.number + 1, published: new Date().toISOString() };
  const path = join(measuresFolder, `measures-${next.number}.yaml`);
  const { config } = await readConfig(folder, called.environment);
  const data = dataLocation(textOf(called, 'data'), folder);
  const isThere = await isDataThere(data);
  if (isThere) called.output.out(await compareOver(data, { before, next, zone: config.zone }));
  await mkdir(join(folder, measuresFolder), { recursive: true });
  await writeFile(join(folder, path), numbered(parseDocument(text), next.number, next.published), { flag: 'wx' });
  called.output.out(`${path} is published: figures are made with it from the next start of the bot on.`);
  if (isThere)
    called.output.out('Restart `touchpoint serve`, or run `touchpoint rebuild`, and the past is computed anew.');
  return 0;
}

function missing(file: string): TouchpointError {
  return new TouchpointError('USAGE', `measures publish: '${file}' cannot be read`, {
    fix: 'make one with: touchpoint measures suggest > draft.yaml',
  });
}
