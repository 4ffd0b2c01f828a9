#!/usr/bin/env node
/**
 * The command. Plain JavaScript that any Node from 18 on can read: it finds the Node this product is made for, then runs the command on it:
 * as it was built by `prepare`, or from the sources where one of them was edited since.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  canReplaceItself,
  continueOn,
  dieWithParent,
  endWithNpm,
  fail,
  isNewEnough,
  oldestNode,
  pinnedNode,
} from './pinned-node.js';

const self = realpathSync(fileURLToPath(import.meta.url));
const root = dirname(dirname(self));
const source = join(root, 'src', 'cli', 'main.ts');
const built = join(root, 'dist', 'app', 'main.js');
const entry = isCurrent(built) ? built : source;
const stripsTypes = '--experimental-strip-types';

/** What a turn and the reading of a file leave behind dies young where the young generation is large enough; V8's own 16 MiB let much of it grow old. */
const heap = '--max-semi-space-size=64';

const pinned = pinnedNode(root);
// A binary that differs from its pin (a half-done upgrade) must not be continued on for ever: being on it is enough.
const isOnPinned = process.versions.node === pinned.version || process.execPath === pinned.binary;
if (isOnPinned && (process.execArgv.includes(heap) || !canReplaceItself)) await run();
else if (isOnPinned) continueOn(process.execPath, [...process.execArgv, heap, self, ...process.argv.slice(2)]);
else if (pinned.binary) continueOn(pinned.binary, [heap, self, ...process.argv.slice(2)]);
else if (!isNewEnough(process.versions.node)) refuse();
else if (entry === source && !canStripTypes())
  continueOn(process.execPath, [stripsTypes, self, ...process.argv.slice(2)]);
else await run();

async function run() {
  await dieWithParent();
  endWithNpm();
  silenceKnownWarnings();
  rememberCompiledCode();
  const { main } = await import(pathToFileURL(entry).href);
  process.exitCode = await main(process.argv.slice(2));
}

/** An installed package has no sources; in a checkout what was built counts until a source is newer. */
function isCurrent(file) {
  if (!existsSync(file)) return false;
  const sources = join(root, 'src');
  if (!existsSync(sources)) return true;
  const builtAt = statSync(file).mtimeMs;
  return readdirSync(sources, { recursive: true }).every((path) => statSync(join(sources, path)).mtimeMs <= builtAt);
}

function refuse() {
  fail(
    `Touchpoint needs Node ${oldestNode} or newer; this is ${process.versions.node}, and no Node ${pinned.version} was installed with it for ` +
      `${process.platform}-${process.arch}.\n  fix: install Node ${pinned.version}, or run npm install without --omit=optional`,
  );
}

function canStripTypes() {
  return Boolean(process.features.typescript) || process.execArgv.includes(stripsTypes);
}

/** Older Nodes announce on stderr that SQLite and type stripping are young; both are chosen knowingly. Every other warning is shown. */
function silenceKnownWarnings() {
  const warn = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    if (/^(SQLite|Type Stripping) is an experimental feature/.test(String(warning?.message ?? warning))) return;
    warn.call(process, warning, ...rest);
  };
}

/** Without it the types of every file are stripped anew at each start. The code is written down soon, not only at the end: a server is often killed. */
function rememberCompiledCode() {
  const folders = [join(root, 'node_modules', '.cache', 'touchpoint'), join(cacheFolder(), 'touchpoint')];
  const failed = module.constants.compileCacheStatus.FAILED;
  if (folders.every((folder) => module.enableCompileCache(folder).status === failed)) return;
  setTimeout(() => module.flushCompileCache?.(), 2000).unref();
}

function cacheFolder() {
  return process.env.XDG_CACHE_HOME ?? process.env.LOCALAPPDATA ?? join(homedir(), '.cache');
}
