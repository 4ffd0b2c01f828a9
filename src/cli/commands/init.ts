/**
 * `touchpoint init DIR`: a new bot that runs.
 */
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { readBot } from '../bot/read-bot.ts';
import type { Called, Command } from '../command.ts';
import { writeEditorSchemas } from '../editor/editor-schemas.ts';
import { packageRoot } from '../process/package-root.ts';

export const command: Command = {
  name: 'init',
  summary: 'Makes a new bot that runs',
  arguments: 'DIR',
  options: {},
  run: init,
};

async function init({ positionals: [folder], environment, output }: Called): Promise<number> {
  if (folder === undefined)
    throw new TouchpointError('USAGE', 'init: no folder was given', { fix: 'touchpoint init my-bot' });
  if ((await entries(folder)).length > 0) {
    throw new TouchpointError('USAGE', `init: '${folder}' is not empty`, { fix: 'name a new folder' });
  }
  await cp(join(packageRoot, 'template'), folder, { recursive: true });
  await writeEditorSchemas(await readBot(folder, environment));
  output.out(
    `A bot stands in ${folder}.\n  touchpoint chat --bot ${folder}    talks to it here\n  touchpoint test --bot ${folder}    runs its conversation tests\n  touchpoint serve --bot ${folder}   puts it on the web`,
  );
  return 0;
}

async function entries(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
