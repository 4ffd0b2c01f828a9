/** Loads the TypeScript actions of a bot: every export of `actions/*.ts`, whatever folder the bot lies in and without any installation in it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import { moduleUrl } from '../../files/module-url.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { type Action, isAction } from '../action.ts';
import { exportProblem, importProblem } from './import-problems.ts';
import { nativeImport } from './native-import.ts';

export type Imported = { readonly actions: ReadonlyMap<string, Action>; readonly problems: readonly Problem[] };

/** Files below `actions/` that are not at its top are modules shared by actions. A bot without the folder has no TypeScript actions. */
export async function importActions(botFolder: string): Promise<Imported> {
  const sources = await readSources(join(botFolder, 'actions'));
  const files = sources.filter(({ path }) => /^actions\/[^/]+\.(ts|js|mts|mjs)$/.test(path) && !path.endsWith('.d.ts'));
  const hooks = registerHooks({ resolve: resolveFor(botFolder, versionOf(sources)) });
  try {
    const loaded: Loaded[] = [];
    for (const file of files) loaded.push(await importFile(botFolder, file));
    return {
      actions: new Map(loaded.flatMap((one) => one.actions)),
      problems: sortProblems(loaded.flatMap((one) => one.problems)),
    };
  } finally {
    hooks.deregister();
  }
}

type Loaded = { readonly actions: readonly (readonly [string, Action])[]; readonly problems: readonly Problem[] };

async function importFile(botFolder: string, file: SourceFile): Promise<Loaded> {
  try {
    const module = await nativeImport(pathToFileURL(join(botFolder, file.path)).href);
    const exported = Object.entries(module);
    const stem = basename(file.path, extname(file.path));
    const actions = exported.flatMap(([name, value]) => (isAction(value) ? [[`${stem}.${name}`, value] as const] : []));
    return { actions, problems: exported.flatMap(([name, value]) => exportProblem(file, name, value)) };
  } catch (error) {
    return { actions: [], problems: [importProblem(file, botFolder, error)] };
  }
}

async function readSources(folder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Promise.all(
    paths.map(async (path) => ({
      path: `actions${path.slice(folder.length).replaceAll('\\', '/')}`,
      text: await readFile(path, 'utf8'),
    })),
  );
}

/** Edited files have another version, and are loaded anew. */
function versionOf(sources: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of sources) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

type Resolve = NonNullable<Parameters<typeof registerHooks>[0]['resolve']>;

function resolveFor(botFolder: string, version: string): Resolve {
  const inside = `${pathToFileURL(join(botFolder, 'actions')).href}/`;
  const door = moduleUrl('../define-action.ts', import.meta.url).href;
  return (specifier, context, next) => {
    if (specifier === 'touchpoint/actions') return { url: door, shortCircuit: true };
    const resolved = next(specifier, context);
    if (!resolved.url.startsWith(inside) || resolved.url.includes('/node_modules/')) return resolved;
    const url = `${resolved.url.split('?', 1)[0]}?version=${version}`;
    return /\.m?ts\?/.test(url) ? { ...resolved, url, format: 'module-typescript' } : { ...resolved, url };
  };
}
