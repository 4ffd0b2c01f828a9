/**
 * Before `npm pack` and `npm publish` (prepack): empties dist/ and writes the types of the published doors into it. The command and the pages are
 * built by `prepare`, which npm runs next.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

rmSync(join(root, 'dist'), { recursive: true, force: true });
// npm's output belongs to npm: a complaint of the compiler goes to stderr.
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
