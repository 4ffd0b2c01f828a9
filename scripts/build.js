/**
 * Builds what runs: the pages a browser loads (src/web/client → dist/web; what everything weighs is written to sizes.json beside them), and the
 * command as a few files that load fast (src → dist/app). Plain JavaScript that any Node from 18 on can run, as npm does after an install. Prints
 * nothing but errors.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const client = join(root, 'src', 'web', 'client');

/** Old enough for the browsers customers have; esbuild refuses what it cannot translate for them. */
const target = ['chrome111', 'firefox114', 'safari16.4'];

const scripts = {
  'widget.js': 'widget/main.ts',
  'demo.js': 'demo/main.ts',
  'cx.js': 'cx/main.tsx',
  'desk.js': 'desk/main.tsx',
  'desk-heartbeat.js': 'desk/heartbeat-worker.ts',
  'webchat/page.js': 'webchat/main.ts',
};

const styles = { 'widget/panel.css': 'widget/style/panel.css' };

const files = {
  'index.html': 'demo/index.html',
  'demo.css': 'demo/demo.css',
  'cx.html': 'cx/cx.html',
  'cx.css': 'cx/cx.css',
  'desk.html': 'desk/desk.html',
  'desk.css': 'desk/desk.css',
  'webchat.html': 'webchat/webchat.html',
  'webchat/page.css': 'webchat/page.css',
  ...Object.fromEntries(
    ['ar', 'de', 'es', 'fr', 'it', 'nl', 'pt'].map((language) => [
      `widget/words.${language}.json`,
      `widget/words/${language}.json`,
    ]),
  ),
};

/**
 * Builds all pages into a folder, which is replaced as a whole: a build that fails leaves the old pages as they were.
 *
 * @param {string} folder
 * @returns {Promise<Record<string, { bytes: number, gzip: number }>>} size of each file, plain and as `gzip -9` makes it
 */
export async function buildPages(folder) {
  const draft = `${folder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await Promise.all([
      ...Object.entries(scripts).map(([name, source]) => bundle(join(client, source), join(draft, name))),
      ...Object.entries(styles).map(([name, source]) => bundleStyle(join(client, source), join(draft, name))),
      placeWebChat(join(draft, 'webchat', 'webchat.js')),
      ...Object.entries(files).map(([name, source]) => place(join(client, source), join(draft, name))),
    ]);
    const sizes = await compressed(draft);
    await writeFile(join(draft, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    return sizes;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Modules of the command that are loaded by their own address; all else is reached from the first. */
const modules = [
  'cli/main.ts',
  'cli/bot/learning/second-fit-worker.ts',
  'cli/bot/learning/train-worker.ts',
  'cli/bot/parsing/parse-worker.ts',
  'cli/reading/reader-worker.ts',
  'cli/simulation/lanes/lane-worker.ts',
  'storage/sqlite/thread/store-worker.ts',
  'actions/define-action.ts',
  'botbuilder/touchpoint.ts',
  'botbuilder/recording/record-worker.ts',
];

/** Packages that are loaded as they are: CommonJS that finds its parts by itself. The others are built in, without what is not used of them. */
const leftOutside = ['botbuilder', 'botframework-*', 'natural', 'pino', 'restify', 'ws'];

/**
 * The same YAML parser without its switch for tracing: what `yaml` offers to Node asks the environment, which is slow, once for every token, and takes
 * an eighth of its time for it.
 */
const alias = { yaml: join(dirname(dirname(fileURLToPath(import.meta.resolve('yaml')))), 'browser', 'index.js') };

/**
 * Builds the command into a folder, which is replaced as a whole.
 *
 * @param {string} folder
 */
export async function buildCommand(folder) {
  const draft = `${folder}.${process.pid}`;
  try {
    await build({
      entryPoints: modules.map((path) => join(root, 'src', path)),
      outdir: draft,
      entryNames: '[name]',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node22.13',
      external: leftOutside,
      alias,
      // what is CommonJS among the packages built in asks for Node's own modules by require
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
      },
      charset: 'utf8',
      logLevel: 'error',
    });
    await writeFile(join(draft, 'build-id.txt'), await digestOf(draft));
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The same code has the same. */
async function digestOf(folder) {
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort()) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

function bundle(source, outfile) {
  return build({
    entryPoints: [source],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target,
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
    plugins: [styleAsText],
  });
}

function bundleStyle(source, outfile) {
  return build({
    entryPoints: [source],
    outfile,
    bundle: true,
    minify: true,
    target,
    charset: 'utf8',
    logLevel: 'error',
  });
}

/** A style sheet that a script imports becomes its minified text. */
const styleAsText = {
  name: 'style-as-text',
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await minified(path), loader: 'text' }));
  },
};

async function place(source, outfile) {
  await mkdir(dirname(outfile), { recursive: true });
  if (source.endsWith('.css')) await writeFile(outfile, await minified(source));
  else await copyFile(source, outfile);
}

/** Microsoft's Web Chat, as it is published, where it is installed: it is there for developers, and too large for everybody else. */
async function placeWebChat(outfile) {
  const source = join(root, 'node_modules', 'botframework-webchat', 'dist', 'webchat.js');
  if (!existsSync(source)) return;
  await mkdir(dirname(outfile), { recursive: true });
  await copyFile(source, outfile);
}

/** A style sheet with those that it imports. */
async function minified(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** Puts a compressed one beside each file, so that no server has to do that when it starts. */
async function compressed(folder) {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = entries.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    const bytes = await readFile(file);
    const gzipped = gzipSync(bytes, { level: 9 });
    await writeFile(`${file}.gz`, gzipped);
    return [relative(folder, file).replaceAll('\\', '/'), { bytes: bytes.length, gzip: gzipped.length }];
  });
  return Object.fromEntries((await Promise.all(sizes)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

if (argv[1] && resolve(argv[1]) === fileURLToPath(import.meta.url)) {
  const building = [buildPages(join(root, 'dist', 'web')), buildCommand(join(root, 'dist', 'app'))];
  for (const { status, reason } of await Promise.allSettled(building)) {
    if (status === 'fulfilled') continue;
    if (!reason.errors) process.stderr.write(`${reason.stack}\n`);
    process.exitCode = 1;
  }
}
