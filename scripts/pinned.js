/**
 * Runs a script on the pinned Node: `node scripts/pinned.js SCRIPT [ARGUMENTS]`, with its output, signals and exit code. The repository's own
 * commands (test, check, docs, bench) go through here, so that they mean the same on every machine.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { continueOn, fail, pinnedNode } from '../bin/pinned-node.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const { version, binary } = pinnedNode(root);

if (args.length === 0) fail('Usage: node scripts/pinned.js SCRIPT [ARGUMENTS]');
else if (binary) continueOn(binary, args);
else if (process.versions.node === version) continueOn(process.execPath, args);
else
  fail(`Node ${version} is not installed.\n  fix: npm ci (without --omit=optional), or run this with Node ${version}`);
