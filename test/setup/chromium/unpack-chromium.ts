/**
 * Unpacks the browser of @sparticuz/chromium and fonts of @fontsource into one folder of the temporary directory, once per version and user.
 *
 * The folder appears whole by a rename, so a run that was killed leaves nothing that looks finished, and runs that start together do not
 * meet. What stands in it is compared with its list of sizes each time: a cleaner of temporary files may have taken some of it.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { z } from 'zod';
import { readTar } from './read-tar.ts';
import { writeFonts } from './write-fonts.ts';

const require = createRequire(import.meta.url);

/** Rises whenever the folder's contents change without a new version of a package. */
const layout = 1;

/** Two runs that mend the same folder may each take the other's away once. */
const mostTries = 3;

const sizes = z.record(z.string(), z.number());

/** @property libraries folder for LD_LIBRARY_PATH; `undefined` where the machine has what the browser needs */
export type Unpacked = { readonly executable: string; readonly fonts: string; readonly libraries: string | undefined };

/** Idempotent, and safe to call from many processes at once. Rejects when the disk cannot hold about 220 MB. */
export async function unpackChromium(temporary = tmpdir()): Promise<Unpacked> {
  const { version, bin } = await browserPackage();
  const home = join(temporary, `touchpoint-chromium-${version}-${layout}-${userInfo().uid}`);
  for (let tries = 0; !(await isWhole(home)); tries++) {
    if (tries === mostTries)
      throw new Error(`The browser could not be unpacked into ${home}: remove it and try again.`);
    await fill(home, bin);
  }
  const libraries = hasSystemLibrary('libnss3.so') ? undefined : join(home, 'lib');
  return { executable: join(home, 'chromium'), fonts: join(home, 'fonts.conf'), libraries };
}

async function browserPackage(): Promise<{ version: string; bin: string }> {
  const root = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return { version: z.object({ version: z.string() }).parse(JSON.parse(text)).version, bin: join(root, 'bin') };
}

async function fill(home: string, bin: string): Promise<void> {
  const draft = `${home}.${randomUUID()}`;
  await mkdir(join(draft, 'lib'), { recursive: true, mode: 0o700 });
  const brotli = promisify(brotliDecompress);
  await writeFile(join(draft, 'chromium'), await brotli(await readFile(join(bin, 'chromium.br'))));
  await chmod(join(draft, 'chromium'), 0o700);
  for (const { name, bytes } of readTar(await brotli(await readFile(join(bin, 'al2023.tar.br'))))) {
    if (/^lib\/[\w.]+$/.test(name)) await writeFile(join(draft, name), bytes);
  }
  await writeFonts(draft, home);
  await writeFile(join(draft, 'sizes.json'), JSON.stringify(await sizesIn(draft)));
  await moveInto(home, draft);
}

/** Another run may have been quicker, or left something broken: the winner's whole folder stays, a broken one makes room. */
async function moveInto(home: string, draft: string): Promise<void> {
  const broken = `${home}.${randomUUID()}.broken`;
  if (existsSync(home) && !(await isWhole(home))) await rename(home, broken).catch(() => {});
  await rename(draft, home).catch(() => {});
  await rm(draft, { recursive: true, force: true });
  await rm(broken, { recursive: true, force: true });
  if (!(await isWhole(home)))
    throw new Error(`The browser could not be unpacked into ${home}: remove it and try again.`);
}

async function isWhole(home: string): Promise<boolean> {
  try {
    if ((await stat(home)).uid !== userInfo().uid) return false;
    const wanted = sizes.parse(JSON.parse(await readFile(join(home, 'sizes.json'), 'utf8')));
    const found = await sizesIn(home);
    return Object.entries(wanted).every(([name, size]) => found[name] === size);
  } catch {
    return false;
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of await readdir(folder, { recursive: true })) {
    const entry = await stat(join(folder, name));
    if (entry.isFile() && name !== 'sizes.json') found[name] = entry.size;
  }
  return found;
}

function hasSystemLibrary(name: string): boolean {
  const folders = [
    '/usr/lib',
    '/usr/lib64',
    '/lib64',
    `/usr/lib/${process.arch === 'x64' ? 'x86_64' : 'aarch64'}-linux-gnu`,
  ];
  return folders.some((folder) => existsSync(join(folder, name)));
}
