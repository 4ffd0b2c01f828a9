/** Every guard of `npm run check` is seen to bite: each in a copy of this tree with one thing wrong. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyTree } from './copy-tree.ts';
import { runCommand } from './run-command.ts';

type Change = {
  readonly file: string;
  readonly code: string;
  /** what the output must hold beside the file's name */
  readonly says: string;
};

type Offence = { readonly what: string; readonly guard: string; readonly changes: readonly Change[] };

const offences: readonly Offence[] = [
  {
    what: 'imports that layers.json forbids: of a folder (even of a type), of a package, of a module of Node',
    guard: 'layers',
    changes: [
      {
        file: 'src/events/instant.ts',
        code: `import type { Program } from '../dialogs/program.ts';\nexport type Wrong = Program;`,
        says: 'src/dialogs/program.ts (events-inside)',
      },
      {
        file: 'src/errors/where.ts',
        code: `import { z } from 'zod';\nexport const wrong = z.string();`,
        says: '(errors-npm)',
      },
      {
        file: 'src/measurement/metric.ts',
        code: `import { readFileSync } from 'node:fs';\nexport const wrong = readFileSync;`,
        says: '(measurement-node)',
      },
    ],
  },
  {
    what: 'a cycle, even of types only',
    guard: 'layers',
    changes: [
      {
        file: 'src/errors/where.ts',
        code: `import type { Problem } from './problem.ts';\nexport type Wrong = Problem;`,
        says: 'cycle: ',
      },
    ],
  },
  {
    what: 'an unused export, and a file that nothing uses',
    guard: 'dead',
    changes: [
      { file: 'src/errors/nearest.ts', code: 'export const wrong = 1;', says: 'exports: wrong' },
      { file: 'src/errors/wrong.ts', code: 'export const wrong = 1;', says: 'src/errors/wrong.ts is used by nothing' },
    ],
  },
  {
    what: 'an any',
    guard: 'style',
    changes: [{ file: 'src/errors/nearest.ts', code: '\nexport const wrong: any = 1;', says: 'noExplicitAny' }],
  },
  {
    what: 'a wrong type',
    guard: 'types',
    changes: [{ file: 'src/errors/nearest.ts', code: `export const wrong: number = 'one';`, says: 'TS2322' }],
  },
  {
    what: 'a cast',
    guard: 'casts',
    changes: [
      { file: 'src/errors/nearest.ts', code: 'export const wrong = JSON.parse("1") as number;', says: 'as number' },
    ],
  },
  {
    what: 'a look at the clock in a pure layer',
    guard: 'purity',
    changes: [{ file: 'src/events/instant.ts', code: 'export const wrong = Date.now();', says: 'Date.now' }],
  },
  {
    what: 'a file of more than 300 lines',
    guard: 'sizes',
    changes: [{ file: 'src/errors/wrong.ts', code: '//\n'.repeat(301), says: 'lines' }],
  },
  {
    what: 'a path of one machine',
    guard: 'privacy',
    // Put together here, lest this very line offend.
    changes: [{ file: 'LICENSE', code: ['see /home', 'alice', 'notes'].join('/'), says: 'a path of one machine' }],
  },
];

describe('npm run check', () => {
  const copy = copyTree('linked');
  afterAll(copy.remove);

  it('is content with this tree', { timeout: 600_000 }, async () => {
    const { code, stdout } = await runCheck([]);
    expect(stdout.split('\n').filter((line) => !line.startsWith('ok'))).toEqual(['']);
    expect(code).toBe(0);
  });

  it.each(offences)('refuses $what, naming the file', { timeout: 600_000 }, async ({ guard, changes }) => {
    const undo = changes.map((change) => append(join(copy.folder, change.file), change.code));
    const { code, stdout } = await check(guard).finally(() => undo.map((one) => one()));
    expect(code).toBe(1);
    expect(stdout).toContain(`FAIL ${guard}`);
    for (const { file, says } of changes) {
      expect(stdout).toContain(file);
      expect(stdout).toContain(says);
    }
  });

  it('fails when a guard is made blind', { timeout: 600_000 }, async () => {
    const path = join(copy.folder, '.dependency-cruiser.js');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace('options: {', `options: { exclude: { path: '^src/events/' },`));
    const { code, stdout } = await check('layers').finally(() => writeFileSync(path, before));
    expect(code).toBe(1);
    expect(stdout).toContain('src/events/event.ts was not looked at');
  });

  it('refuses a guard that does not exist, and names those that do', async () => {
    const { code, stderr } = await check('layer');
    expect(code).toBe(2);
    expect(stderr).toContain('layers');
  });

  function check(guard: string) {
    return runCheck(['--only', guard]);
  }

  function runCheck(args: readonly string[]) {
    return runCommand({ file: process.execPath, args: ['scripts/check.ts', ...args], cwd: copy.folder });
  }
});

/** @returns what undoes it */
function append(path: string, code: string): () => void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  appendFileSync(path, `${code}\n`);
  return () => (before === undefined ? rmSync(path) : writeFileSync(path, before));
}
