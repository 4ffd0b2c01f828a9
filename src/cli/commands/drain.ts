/**
 * `touchpoint drain`: which older programs conversations still run on, and what holds them.
 */

import { createVersionsReader } from '../bot/read-bot.ts';
import { drain } from '../bot/versions/drain.ts';
import { drainText } from '../bot/versions/drain-text.ts';
import { filesOf } from '../bot/versions/read-version.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { dataLocation } from '../config/data-location.ts';
import { readConfig } from '../config/read-config.ts';
import { botOption, dataOption, jsonOption } from '../options.ts';
import { openData } from '../process/open-data.ts';
import { createRealClock } from '../process/real-clock.ts';

export const command: Command = {
  name: 'drain',
  summary: 'Which older versions of the bot are still in use, and what holds them',
  arguments: '',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run,
};

async function run(called: Called): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const store = await openData('drain', dataLocation(textOf(called, 'data'), folder));
  const reader = createVersionsReader(folder, called.environment);
  try {
    const found = await drain({
      store,
      now: createRealClock().now(),
      programOf: async (hash) => {
        const files = await store.programFiles(hash);
        const stored = files === undefined ? undefined : reader.readStored(filesOf(files), new Map());
        return stored?.error ? undefined : stored?.program;
      },
    });
    const { config } = await readConfig(folder, called.environment);
    called.output.out(
      isSet(called, 'json') ? JSON.stringify({ schema: 'drain/1', ...found }) : drainText(found, config.zone),
    );
  } finally {
    await store.close();
  }
  return 0;
}
