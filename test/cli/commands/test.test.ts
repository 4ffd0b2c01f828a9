import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { customerOf, root, serve, stopAll, touchpoint } from '../serving.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-test-'));
  await touchpoint(['init', join(folder, 'bot')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(stopAll);

describe('touchpoint test', () => {
  it('runs the tests of the sample bot: at least 60, all pass, in at most 3 s, through most steps and branches', async () => {
    const { code, out, err } = await touchpoint(['test', '--json']);
    const { schema, passed, failed, seconds, tests, coverage } = JSON.parse(out);
    expect({ code, err, schema, failed }).toEqual({ code: 0, err: '', schema: 'test/1', failed: 0 });
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(tests).toHaveLength(passed);
    expect(seconds).toBeGreaterThan(0);
    expect(coverage.steps.covered / coverage.steps.total).toBeGreaterThan(0.9);
    expect(coverage.branches.covered / coverage.branches.total).toBeGreaterThan(0.9);
  });

  it('runs the examples of the design', async () => {
    const { code, out } = await touchpoint(['test', '--json', '--bot', 'test/fixtures/design']);
    expect({ code, ...JSON.parse(out) }).toMatchObject({
      code: 0,
      passed: 1,
      tests: [{ name: 'refund, number corrected late', ok: true, outcome: 'resolved_verified' }],
    });
  });

  it('passes on a new bot, as check does, and chooses tests by name or file', async () => {
    const bot = join(folder, 'bot');
    expect(await touchpoint(['check', '--strict', '--bot', bot])).toMatchObject({ code: 0, out: 'No problems.\n' });
    const all = await touchpoint(['test', '--coverage', '--bot', bot]);
    expect(all).toMatchObject({ code: 0, err: '' });
    expect(all.out).toContain('Every step and branch was reached.');
    expect((await touchpoint(['test', 'large', '--bot', bot])).out).toContain('1 passed');
    const none = await touchpoint(['test', 'lorge', '--bot', bot]);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining("did you mean 'large'?") });
  });

  it('ends with 1 where a test fails or cannot be read, and with 2 where there is none', async () => {
    const bot = join(folder, 'broken');
    await cp(join(folder, 'bot'), bot, { recursive: true });
    const file = join(bot, 'dialogs', 'tests', 'book-table.test.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Noted.', 'Noticed.'));
    const failed = await touchpoint(['test', '--bot', bot]);
    expect(failed).toMatchObject({
      code: 1,
      out: expect.stringMatching(/book-table\.test\.yaml:12\n +expected +Noticed\./),
    });
    await writeFile(file, text.replace('- bot:', '- bto:'));
    const broken = await touchpoint(['test', '--json', '--bot', bot]);
    expect(broken.err).toContain("dialogs/tests/book-table.test.yaml:6:5 'bto' is not known here");
    expect({ code: broken.code, ...JSON.parse(broken.out) }).toMatchObject({ code: 1, failed: 1, passed: 4 });
    expect((await touchpoint(['check', '--bot', bot])).out).toContain("did you mean 'bot'?");
    await rm(file);
    expect(await touchpoint(['test', '--bot', bot])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no conversation tests'),
    });
  });

  it('turns a real conversation into a test that passes at once, without what is sensitive', async () => {
    const server = await serve();
    const customer = await customerOf(server.url);
    const lines = ['I want a refund for 40010003', 'Ada.Winter@example.com', 'yes'];
    for (const [n, line] of lines.entries()) {
      await customer.say(line);
      await customer.heard(n + 2);
    }
    await customer.heard(5);
    expect(await server.end()).toBe(0);
    const out = join(folder, 'recorded.test.yaml');
    const record = ['test', '--record', customer.conversation, '--data', server.data, '--out', out];
    const { code, out: shown, err } = await touchpoint(record);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('Wrote') });
    expect(shown).toContain('1 passed');
    const text = await readFile(out, 'utf8');
    expect(text).toMatch(/customer: customer\d@example.com/);
    expect(text).not.toMatch(/winter/i);
    expect(await touchpoint(record)).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
    const unknown = await touchpoint(['test', '--record', 'nobody', '--data', server.data]);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("no conversation 'nobody'") });
  });

  it('watches: after an edit, what it concerns runs again, and an error is told and waited out', async () => {
    const bot = join(folder, 'watched');
    await cp(join(folder, 'bot'), bot, { recursive: true });
    const child = spawn(process.execPath, [join(root, 'bin', 'touchpoint.js'), 'test', '--watch', '--bot', bot], {
      env: { ...process.env, NO_COLOR: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    const waiting = async (): Promise<string> => {
      while (!said.includes('Waiting for changes'))
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
      const round = said;
      said = '';
      return round;
    };
    try {
      expect(await waiting()).toContain('5 passed');
      const file = join(bot, 'dialogs', 'book-table.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('Noted.', 'Written down.'));
      expect(await waiting()).toMatch(/✗ a table for four[\s\S]*1 failed, 3 passed/);
      await writeFile(file, text.replace('steps:', 'stepz:'));
      expect(await waiting()).toContain("did you mean 'steps'?");
      await writeFile(file, text);
      expect(await waiting()).toContain('4 passed');
    } finally {
      const closed = once(child, 'close');
      child.kill('SIGINT');
      await closed;
    }
    expect(child.exitCode).toBe(0);
  });
});

describe('touchpoint help', () => {
  it('tells about one command, as --help behind it does', async () => {
    const help = await touchpoint(['help', 'test']);
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining('--record CONVERSATION') });
    expect((await touchpoint(['test', '--help'])).out).toBe(help.out);
  });
});
