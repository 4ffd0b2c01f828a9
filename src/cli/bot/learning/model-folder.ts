import { join } from 'node:path';

/** Where a bot's trained models are kept. */
export function modelFolder(botFolder: string): string {
  return join(botFolder, '.touchpoint', 'models');
}

/** Where what was read of a bot's intents is kept. */
export function intentsFolder(botFolder: string): string {
  return join(botFolder, '.touchpoint', 'intents');
}

/** Where what the bot's files of dialogs were parsed into is kept. */
export function parsesFile(botFolder: string): string {
  return join(botFolder, '.touchpoint', 'dialogs.jsonl');
}
