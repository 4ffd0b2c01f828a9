/** Before `npm pack` and `npm publish` (prepack): makes dist/ anew from the sources. The pages are added by `prepare`, which npm runs next. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const sources = join(root, 'src');

rmSync(join(root, 'dist'), { recursive: true, force: true });
// npm's output belongs to npm: a complaint of the compiler goes to stderr.
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
copyData();

/** What sources read beside themselves (constants, system dialogs) lies at the same place in dist. */
function copyData(): void {
  for (const entry of readdirSync(sources, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(sources.length + 1);
    if (!entry.isFile() || /\.tsx?$/.test(path) || path.startsWith(join('web', 'client'))) continue;
    cpSync(join(sources, path), join(root, 'dist', path));
  }
}
