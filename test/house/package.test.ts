/** What users get, as they get it: the packed package in an empty folder, and a clean clone without its development dependencies. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { copyTree, emptyFolder, root } from './copy-tree.ts';
import { startLocalRegistry } from './local-registry.ts';
import { runCommand } from './run-command.ts';

const slow = 600_000;
const conversation = z.object({ conversationId: z.string(), token: z.string() });
const activities = z.object({
  activities: z.array(z.object({ from: z.object({ role: z.string().optional() }), text: z.string().optional() })),
});

const doors = z
  .object({
    exports: z.looseObject({
      './actions': z.object({ types: z.string() }),
      './botbuilder': z.object({ types: z.string() }),
    }),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).exports;

/** A bot of botbuilder that is measured, as docs/botbuilder.md teaches it. */
const measuredBot = `
import { TestAdapter } from 'botbuilder';
import { touchpoint } from 'touchpoint/botbuilder';

const measured = touchpoint({ data: 'cx.db', noMatch: /not understand/ });
const adapter = new TestAdapter(async (context) => void (await context.sendActivity('I do not understand.')));
await adapter.use(measured).send('bla').startTest();
await measured.close();
`;

describe('Touchpoint', () => {
  let registry: Awaited<ReturnType<typeof startLocalRegistry>>;
  const running: ChildProcess[] = [];
  const cache = emptyFolder();
  const folders = [cache];

  beforeAll(async () => {
    registry = await startLocalRegistry();
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await registry.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('packed and installed into an empty folder, makes a bot that answers, and compiles nothing', {
    timeout: slow,
  }, async () => {
    const home = emptyFolder();
    folders.push(home);
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    await npm(home, 'install', '--omit=dev', await packed());
    expect(filesNamed(home, 'binding.gyp')).toEqual([]);

    const door = `import { defineAction } from 'touchpoint/actions'; console.log(typeof defineAction);`;
    writeFileSync(join(home, 'door.mjs'), door);
    expect(await runCommand({ file: 'node', args: ['door.mjs'], cwd: home, env })).toMatchObject({
      stdout: 'function\n',
    });
    for (const { types } of [doors['./actions'], doors['./botbuilder']])
      expect(existsSync(join(home, 'node_modules', 'touchpoint', types))).toBe(true);

    const touchpoint = (...args: string[]) =>
      runCommand({ file: 'npx', args: ['--no-install', 'touchpoint', ...args], cwd: home, env });
    writeFileSync(join(home, 'measured.mjs'), measuredBot);
    const measured = await runCommand({ file: process.execPath, args: ['measured.mjs'], cwd: home, env });
    expect(measured).toMatchObject({ code: 0 });
    const report = JSON.parse((await touchpoint('report', '--json', '--data', 'cx.db')).stdout);
    expect(report).toMatchObject({ cases: { all: 1, engaged: 1 }, burdens: [{ signal: 'no_match' }] });

    expect(await touchpoint('init', 'bot')).toMatchObject({ code: 0 });
    expect(await touchpoint('check', '--bot', 'bot')).toMatchObject({ code: 0 });
    const tested = await touchpoint('test', '--bot', 'bot');
    expect(tested).toMatchObject({ code: 0, stdout: expect.stringMatching(/\d+ passed/) });
    const command = join(home, 'node_modules', 'touchpoint', 'bin', 'touchpoint.js');
    await expectToAnswer(serve(home, 'node', [command, 'serve', '--bot', 'bot']));
  });

  it('cloned and installed without development dependencies, runs the sample bot by npm start', {
    timeout: slow,
  }, async () => {
    const clone = copyTree('none').folder;
    folders.push(clone);
    forgetChecksums(join(clone, 'package-lock.json'));
    await npm(clone, 'ci', '--omit=dev');
    await expectToAnswer(serve(clone, 'npm', ['start', '--silent', '--']));
  });

  async function npm(cwd: string, ...args: string[]): Promise<string> {
    const flags = [
      `--registry=${registry.url}`,
      `--cache=${cache}`,
      '--loglevel=error',
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
    ];
    const { code, stdout, stderr } = await runCommand({ file: 'npm', args: [...args, ...flags], cwd, env });
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  }

  /** @returns path of the archive, packed from a copy of this tree with node_modules of its own, as npm wants for what it bundles */
  async function packed(): Promise<string> {
    const tree = copyTree('none', join(root, '.cache')).folder;
    folders.push(tree);
    linkTree(join(root, 'node_modules'), join(tree, 'node_modules'));
    const stdout = await npm(tree, 'pack', '--silent');
    return join(tree, stdout.trim().split('\n').at(-1) ?? '');
  }

  function serve(cwd: string, file: string, args: readonly string[]): ChildProcess {
    const more = ['--json', '--port', '0', '--data', 'memory:'];
    const child = spawn(file, [...args, ...more], { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    running.push(child);
    return child;
  }
});

async function expectToAnswer(child: ChildProcess): Promise<void> {
  const url = await addressOf(child);
  const started = await fetch(`${url}/v3/directline/conversations`, { method: 'POST' });
  const { conversationId, token } = conversation.parse(await started.json());
  const path = `${url}/v3/directline/conversations/${conversationId}/activities`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ type: 'message', from: { id: 'dl_test' }, text: 'I want to talk to a person' });
  expect((await fetch(path, { method: 'POST', headers, body })).ok).toBe(true);
  const said = activities.parse(await (await fetch(path, { headers })).json()).activities;
  expect(said.filter(({ from, text }) => from.role === 'bot' && text).length).toBeGreaterThanOrEqual(2);
  expect((await fetch(`${url}/widget.js`)).headers.get('content-type')).toContain('javascript');
  // Its output closes when the server itself is gone, not only the npm before it.
  const gone = once(child, 'close');
  child.kill('SIGTERM');
  await gone;
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('it has no stdout');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => ['{}']),
  ]);
  return z.object({ url: z.string() }).parse(JSON.parse(String(line[0]))).url;
}

/** Ours, without what `npm test` has set for its own children. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_(lifecycle|package|config_local|command)|INIT_CWD|NODE_ENV|VITEST)/.test(name),
  ),
);

/** The local registry makes its archives anew: they hold the same files under another checksum. */
function forgetChecksums(lock: string): void {
  const forget = (key: string, value: unknown) => (key === 'integrity' ? undefined : value);
  writeFileSync(lock, JSON.stringify(JSON.parse(readFileSync(lock, 'utf8'), forget)));
}

/** A copy that takes no room: each file is linked. */
function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== '.cache') linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) linkSync(source, target);
  }
}

function filesNamed(folder: string, name: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.name === name).map((entry) => join(entry.parentPath, entry.name));
}
