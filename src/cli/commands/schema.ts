/**
 * `touchpoint schema`: JSON Schemas of the bot's files, so that editors complete its names and say what each key is for.
 */

import { readBot } from '../bot/read-bot.ts';
import { type Called, type Command, textOf } from '../command.ts';
import { writeEditorSchemas } from '../editor/editor-schemas.ts';
import { botOption } from '../options.ts';

export const command: Command = {
  name: 'schema',
  summary: 'Writes schema/ beside the bot, from which editors complete its names',
  arguments: '',
  options: { bot: botOption },
  run: schema,
};

async function schema(called: Called): Promise<number> {
  const bot = await readBot(textOf(called, 'bot') ?? '.', called.environment);
  for (const path of await writeEditorSchemas(bot)) called.output.out(path);
  return 0;
}
