import { join, resolve } from 'node:path';

/** Where a bot's data lies: what was asked for, as an absolute path; else beside the bot. `memory:` and addresses stay as they are. */
export function dataLocation(given: string | undefined, botFolder: string): string {
  if (given === undefined) return join(resolve(botFolder), '.touchpoint', 'touchpoint.db');
  return /^(memory:|[a-z][a-z0-9+.-]+:\/\/)/i.test(given) ? given : resolve(given);
}
