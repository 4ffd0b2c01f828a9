/** Every guard of `npm run check` is seen to bite: each in a copy of this tree with one thing wrong. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree } from './copy-tree.ts';
import { runCommand } from './run-command.ts';

type Offence = {
  readonly what: string;
  readonly guard: string;
  readonly file: string;
  readonly code: string;
  /** what the output must hold beside the file's name */
  readonly says: string;
};

// Written in pieces, lest these very lines offend.
const offences: readonly Offence[] = [
  {
    what: 'an import that layers.json forbids, even of a type',
    guard: 'layers',
    file: 'src/events/instant.ts',
    code: `import type { Program } from '../dialogs/program.ts';\nexport type Wrong = Program;`,
    says: 'src/dialogs/program.ts (events-inside)',
  },
  {
    what: 'an import of a package that this layer may not have',
    guard: 'layers',
    file: 'src/errors/where.ts',
    code: `import { z } from 'zod';\nexport const wrong = z.string();`,
    says: '(errors-npm)',
  },
  {
    what: 'an import of a module of Node in a pure layer',
    guard: 'layers',
    file: 'src/measurement/metric.ts',
    code: `import { readFileSync } from 'node:fs';\nexport const wrong = readFileSync;`,
    says: '(measurement-node)',
  },
  {
    what: 'a cycle, even of types only',
    guard: 'layers',
    file: 'src/errors/where.ts',
    code: `import type { Problem } from './problem.ts';\nexport type Wrong = Problem;`,
    says: 'cycle: ',
  },
  {
    what: 'an export that nothing uses',
    guard: 'dead',
    file: 'src/errors/nearest.ts',
    code: 'export const wrong = 1;',
    says: 'exports: wrong',
  },
  {
    what: 'a file that nothing uses',
    guard: 'dead',
    file: 'src/errors/wrong.ts',
    code: 'export const wrong = 1;',
    says: 'is used by nothing',
  },
  {
    what: 'an any',
    guard: 'style',
    file: 'src/errors/nearest.ts',
    code: '\nexport const wrong: any = 1;',
    says: 'noExplicitAny',
  },
  {
    what: 'a wrong format',
    guard: 'style',
    file: 'src/errors/nearest.ts',
    code: 'export const wrong  =  "1"',
    says: 'format',
  },
  {
    what: 'a wrong type',
    guard: 'types',
    file: 'src/errors/nearest.ts',
    code: `export const wrong: number = 'one';`,
    says: 'TS2322',
  },
  {
    what: 'a cast',
    guard: 'casts',
    file: 'src/errors/nearest.ts',
    code: 'export const wrong = JSON.parse("1") as number;',
    says: 'as number',
  },
  {
    what: 'a look at the clock in a pure layer',
    guard: 'purity',
    file: 'src/events/instant.ts',
    code: 'export const wrong = Date.now();',
    says: 'Date.now',
  },
  {
    what: 'a file of more than 300 lines',
    guard: 'sizes',
    file: 'src/errors/wrong.ts',
    code: '//\n'.repeat(301),
    says: 'lines',
  },
  {
    what: 'a path of one machine',
    guard: 'privacy',
    file: 'docs/architecture.md',
    code: ['see /home', 'alice', 'notes'].join('/'),
    says: 'a path of one machine',
  },
];

describe('npm run check', () => {
  const copy = copyTree('linked');
  beforeAll(() => check('types'), 120_000);
  afterAll(copy.remove);

  it('is content with this tree', { timeout: 120_000 }, async () => {
    const { code, stdout } = await runCheck([]);
    expect(stdout.split('\n').filter((line) => !line.startsWith('ok'))).toEqual(['']);
    expect(code).toBe(0);
  });

  it.each(offences)('refuses $what, naming the file', { timeout: 60_000 }, async ({ guard, file, code, says }) => {
    const path = join(copy.folder, file);
    const before = readIfThere(path);
    appendFileSync(path, `${code}\n`);
    const { code: end, stdout } = await check(guard).finally(() => restore(path, before));
    expect(end).toBe(1);
    expect(stdout).toContain(`FAIL ${guard}`);
    expect(stdout).toContain(file);
    expect(stdout).toContain(says);
  });

  it('fails when a guard is made blind', { timeout: 60_000 }, async () => {
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

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function restore(path: string, before: string | undefined): void {
  if (before === undefined) rmSync(path);
  else writeFileSync(path, before);
}
