/**
 * Commands that read what a bot has kept: its configuration, its measures and its data, opened in one way.
 */
import type { Clock } from '../../runtime/ports.ts';
import { type Called, textOf } from '../command.ts';
import type { Config } from '../config/config.ts';
import { dataLocation } from '../config/data-location.ts';
import { readConfig } from '../config/read-config.ts';
import { type MeasuresHistory, requireMeasures } from '../measures/read-measures.ts';
import { openData } from '../process/open-data.ts';
import { problemText } from '../process/output.ts';
import { createRealClock } from '../process/real-clock.ts';
import { type Read, readOf } from './jobs.ts';

export type Opened = Read & { readonly config: Config; readonly clock: Clock; readonly history: MeasuresHistory };

/**
 * Lends a command the data of the bot it names, to read it only, and closes them.
 *
 * @param command names the command in messages
 * @returns the exit code: 1 where the bot's configuration is wrong, which is said
 * @throws TouchpointError USAGE where there are no data; STORE_…
 */
export async function withData(
  called: Called,
  command: string,
  use: (opened: Opened) => Promise<void>,
): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const { config, problems } = await readConfig(folder, called.environment);
  for (const problem of problems) called.output.err(problemText(problem));
  if (problems.some(({ severity }) => severity === 'error')) return 1;
  const history = await requireMeasures(folder, called.output);
  const store = await openData(command, dataLocation(textOf(called, 'data'), folder));
  try {
    await use({ ...readOf(store), config, clock: createRealClock(), history });
  } finally {
    await store.close();
  }
  return 0;
}
