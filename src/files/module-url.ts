import { basename } from 'node:path';

/**
 * A module of this product that is loaded by its address (a worker, a door for the bot's own code): beside `here` in the sources, and by its
 * name in the built program, where all modules lie in one folder.
 *
 * @param source path relative to `here`, with the ending of the sources
 * @param here `import.meta.url` of the caller
 */
export function moduleUrl(source: string, here: string): URL {
  return new URL(here.endsWith('.ts') ? source : `./${basename(source, '.ts')}.js`, here);
}
