import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { isNewEnough, pinnedNode } from '../../bin/pinned-node.js';
import { emptyFolder, root } from './copy-tree.ts';
import { runCommand } from './run-command.ts';

/** Stands for an older Node, which cannot replace a running process. */
const withoutExecve = ['--import', 'data:text/javascript,process.execve = undefined'];
/** Stands for an older Node installed elsewhere. */
const asNode20 = [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });
    process.execPath = '/usr/bin/node';
  `)}`,
];

const product = `
  import { writeFileSync } from 'node:fs';
  export async function main(argv: readonly string[]): Promise<number> {
    if (argv[0] === 'end') return Number(argv[1]);
    if (argv[0] === 'flags') {
      process.stdout.write(process.execArgv.join(' '));
      return 0;
    }
    if (argv[0] === 'warn') {
      process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning');
      process.emitWarning('the oven is still on');
      return 0;
    }
    process.on('SIGTERM', () => process.exit(7));
    setInterval(() => {}, 1000);
    process.stdout.write(process.pid + '\\n');
    return new Promise(() => {});
  }
`;

const running: ChildProcess[] = [];
afterEach(() => running.splice(0).map((child) => child.kill('SIGKILL')));

describe('the command', () => {
  const home = productWith({ src: 'src/cli/main.ts', modules: true });
  const bare = productWith({ src: 'src/cli/main.ts', modules: false });
  afterAll(() => [home, bare].map((folder) => rmSync(folder, { recursive: true, force: true })));

  it.each([
    { on: 'the pinned Node', flags: [] },
    { on: 'a Node of another version that can replace itself', flags: asNode20 },
    { on: 'a Node of another version that waits', flags: [...asNode20, ...withoutExecve] },
  ])('started on $on, ends with its exit code and prints nothing of its own', async ({ flags }) => {
    expect(await run(home, flags, ['end', '5'])).toEqual({ code: 5, stdout: '', stderr: '' });
  });

  it.each([
    { on: 'the pinned Node', flags: ['--title=mine'], kept: '--title=mine ' },
    { on: 'another Node, whose flags are its own', flags: asNode20, kept: '' },
  ])('started on $on, works with room for garbage that dies young', async ({ flags, kept }) => {
    const { stdout } = await run(home, flags, ['flags']);
    expect(stdout).toBe(`${kept}--max-semi-space-size=64`);
  });

  it('is one process where the system can replace a process', async () => {
    const { child, pid } = await start(home, asNode20);
    expect(pid).toBe(child.pid);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('passes SIGTERM on to the process that works, and waits for its end', async () => {
    const { child, pid } = await start(home, [...asNode20, ...withoutExecve]);
    expect(pid).not.toBe(child.pid);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('leaves no process behind when the waiting one is killed', async () => {
    const { child } = await start(home, [...asNode20, ...withoutExecve]);
    // Both hold the write end of stdout: it closes when the last of them is gone.
    const gone = once(child, 'close');
    child.kill('SIGKILL');
    expect(await gone).toEqual([null, 'SIGKILL']);
  });

  it('dies of the signal that killed the process that works', async () => {
    const { child, pid } = await start(home, [...asNode20, ...withoutExecve]);
    process.kill(pid, 'SIGKILL');
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  });

  it('silences the warnings it knows and no other', async () => {
    const { stderr } = await run(home, [], ['warn']);
    expect(stderr).toContain('the oven is still on');
    expect(stderr).not.toContain('SQLite');
  });

  it('runs what was built where there are no sources, as below node_modules', async () => {
    const packed = productWith({ src: 'dist/app/main.js', modules: true });
    expect(await run(packed, [], ['end', '4'])).toEqual({ code: 4, stdout: '', stderr: '' });
    rmSync(packed, { recursive: true });
  });

  it('runs what was built until a source is newer', async () => {
    const built = join(home, 'dist', 'app', 'main.js');
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(built, 'export const main = async () => 9;');
    expect(await run(home, [], ['end', '5'])).toMatchObject({ code: 9 });
    utimesSync(built, 0, 0);
    expect(await run(home, [], ['end', '5'])).toMatchObject({ code: 5 });
  });

  it.each([
    { on: 'the pinned Node', flags: [] },
    { on: 'another Node that waits', flags: [...asNode20, ...withoutExecve] },
  ])('started by npm on $on, ends when the shell between them is told to', async ({ flags }) => {
    const shell = await start(home, flags, ['sh', '-c', '"$@"; exit $?', 'sh']);
    const gone = once(shell.child, 'close');
    shell.child.kill('SIGTERM');
    expect(await gone).toEqual([null, 'SIGTERM']);
  });

  it('says what to do where no Node is new enough', async () => {
    const { code, stdout, stderr } = await run(bare, asNode20, ['end', '0']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('needs Node 22.13.0 or newer; this is 20.19.0');
    expect(stderr).toContain('fix: install Node 24');
  });

  it('is content with a newer Node where no pinned one is installed', async () => {
    expect(await run(bare, [], ['end', '3'])).toEqual({ code: 3, stdout: '', stderr: '' });
  });
});

describe('the pinned Node', () => {
  it('is the one these tests run on', () => {
    expect(pinnedNode(root)).toEqual({ version: process.versions.node, binary: process.execPath });
  });

  it.each([
    ['18.20.0', false],
    ['20.19.5', false],
    ['22.12.0', false],
    ['22.13.0', true],
    ['22.9.1', false],
    ['23.0.0', true],
    ['24.21.0', true],
  ])('may be replaced by %s: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });
});

/** A product of one file, started by our own launcher. */
function productWith({ src, modules }: { readonly src: string; readonly modules: boolean }): string {
  const home = emptyFolder();
  const isSource = src.endsWith('.ts');
  cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  mkdirSync(dirname(join(home, src)), { recursive: true });
  writeFileSync(join(home, src), isSource ? product : product.replace(/: (readonly string\[\]|Promise<number>)/g, ''));
  if (modules) symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  return home;
}

function run(home: string, flags: readonly string[], args: readonly string[]) {
  const env = { ...process.env, XDG_CACHE_HOME: join(home, '.cache') };
  return runCommand({
    file: process.execPath,
    args: [...flags, join(home, 'bin', 'touchpoint.js'), ...args],
    cwd: home,
    env,
  });
}

/** @returns once the process that works has said its id */
async function start(home: string, flags: readonly string[], through: readonly string[] = []) {
  const [file = process.execPath, ...args] = [
    ...through,
    process.execPath,
    ...flags,
    join(home, 'bin', 'touchpoint.js'),
    'serve',
  ];
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  running.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, pid: Number(line) };
}
