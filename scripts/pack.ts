/**
 * Before `npm pack` and `npm publish` (prepack): makes dist/ from the sources, and npm-shrinkwrap.json from the lock, so that who installs the
 * package gets the very tree that was tested: overrides of a package count only where it is the root. `--done` (postpack) takes it away again.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lock = z.looseObject({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })) });
const root = process.cwd();
const shrinkwrap = join(root, 'npm-shrinkwrap.json');

if (process.argv.includes('--done')) rmSync(shrinkwrap, { force: true });
else pack();

function pack(): void {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  copyData();
  run('scripts/build.js', []);
  writeFileSync(shrinkwrap, `${JSON.stringify(withoutDevelopment(), null, 2)}\n`);
}

function run(script: string, args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 2, 2] });
}

/** Files that sources read beside themselves (system dialogs, constants) lie at the same place in dist. */
function copyData(): void {
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    const path = from.slice(join(root, 'src').length + 1);
    if (!entry.isFile() || /\.tsx?$/.test(path) || path.startsWith(join('web', 'client'))) continue;
    cpSync(from, join(root, 'dist', path));
  }
}

function withoutDevelopment(): z.infer<typeof lock> {
  const whole = lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const kept = Object.entries(whole.packages).filter(([, entry]) => !entry.dev);
  const { '': self, ...rest } = Object.fromEntries(kept);
  const { devDependencies: _, ...product } = self ?? {};
  return { ...whole, packages: { '': product, ...rest } };
}
