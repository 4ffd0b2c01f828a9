import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { brandFile } from '../../dialogs/compile/brand/read-brand.ts';
import { rulesFile } from '../../dialogs/compile/rules/read-rules.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { markersFile } from '../marking/markers-of.ts';

/** Folders below the bot's that hold its files, at any depth. */
export const botFileFolders: readonly string[] = ['dialogs', 'intents', 'actions'];
const singles = ['touchpoint.yaml', 'actions.yaml', markersFile, rulesFile, brandFile];

/** Whether a path, relative to the bot's folder, is one of the files a bot is made of. */
export function isBotFile(path: string): boolean {
  return singles.includes(path) || (path.includes('/') && /\.(ya?ml|[cm]?[jt]s)$/.test(path));
}

/**
 * Reads the files a bot is made of, sorted by path.
 *
 * @throws TouchpointError BOT_NOT_FOUND when the folder holds neither dialogs nor intents
 */
export async function readBotFiles(botFolder: string): Promise<readonly SourceFile[]> {
  const nested = await Promise.all(botFileFolders.map((folder) => filesBelow(botFolder, folder)));
  const paths = [...nested.flat(), ...singles].filter(isBotFile);
  const files = await Promise.all(paths.map((path) => readSource(botFolder, path)));
  const found = files.filter((file) => file !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
  if (!found.some(({ path }) => path.startsWith('dialogs/') || path.startsWith('intents/'))) throw notFound(botFolder);
  return found;
}

async function filesBelow(botFolder: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(botFolder, folder), { recursive: true, withFileTypes: true }).catch(
    emptyWhereMissing,
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(botFolder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function readSource(botFolder: string, path: string): Promise<SourceFile | undefined> {
  try {
    return { path, text: await readFile(join(botFolder, path), 'utf8') };
  } catch (error) {
    return emptyWhereMissing(error).at(0);
  }
}

function emptyWhereMissing(error: unknown): [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

function notFound(botFolder: string): TouchpointError {
  return new TouchpointError(
    'BOT_NOT_FOUND',
    `there is no bot in '${botFolder}': it has neither dialogs/ nor intents/`,
    {
      fix: 'name its folder with --bot DIR, or make one with: touchpoint init DIR',
    },
  );
}
