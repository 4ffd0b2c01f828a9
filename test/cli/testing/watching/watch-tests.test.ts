import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { affected } from '../../../../src/cli/testing/watching/affected.ts';
import { watchFolder } from '../../../../src/cli/testing/watching/watch-folder.ts';
import { run } from '../small-bot.ts';

const two = `test: colours\ntalk: [{ customer: '#status' }]\n---\ntest: refund\ntalk: [{ customer: '#refund' }]\n`;

async function after(...changed: readonly string[]): Promise<readonly string[]> {
  const { results } = await run(two);
  // As if each dialog stood in a file of its own.
  const last = new Map(results.map((result) => [result.test.name, { ...result, files: new Set([`dialogs/${result.test.name}.yaml`]) }]));
  const tests = results.map(({ test }) => test);
  return affected({ tests, last, changed: new Set(changed) }).map(({ name }) => name);
}

describe('after a change', () => {
  it('of a dialog, those tests run that went through it', async () => {
    expect(await after('dialogs/refund.yaml')).toEqual(['refund']);
    expect(await after('dialogs/another.yaml')).toEqual([]);
  });

  it('of a test file its tests run; of anything else, or of stubs and repair, all', async () => {
    expect(await after('dialogs/tests/a.test.yaml')).toEqual(['colours', 'refund']);
    expect(await after('dialogs/tests/b.test.yaml')).toEqual([]);
    for (const path of ['intents/main.en.yaml', 'touchpoint.yaml', 'dialogs/tests/stubs.yaml', 'dialogs/system/cancel.yaml'])
      expect(await after(path)).toHaveLength(2);
  });

  it('tests that failed before, and new ones, run whatever changed', async () => {
    const { results } = await run(`${two}---\ntest: fails\ntalk: [{ customer: hi }, { bot: Never. }]\n`);
    const last = new Map(results.filter(({ test }) => test.name !== 'colours').map((result) => [result.test.name, result]));
    const tests = results.map(({ test }) => test);
    expect(affected({ tests, last, changed: new Set(['dialogs/x.yaml']) }).map(({ name }) => name)).toEqual(['colours', 'fails']);
  });
});

describe('a folder that is watched', () => {
  it('tells what changed together, leaves out what is no file of the bot, and ends when asked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoint-watch-'));
    await mkdir(join(folder, 'dialogs'));
    await mkdir(join(folder, '.touchpoint'));
    const control = new AbortController();
    const changes = watchFolder(folder, control.signal);
    const first = changes.next();
    await writeFile(join(folder, '.touchpoint', 'x.yaml'), '');
    await writeFile(join(folder, 'dialogs', 'a.yaml~'), '');
    await writeFile(join(folder, 'dialogs', 'a.yaml'), 'dialog: a');
    await writeFile(join(folder, 'touchpoint.yaml'), 'name: A');
    expect((await first).value).toEqual(new Set(['dialogs/a.yaml', 'touchpoint.yaml']));
    const last = changes.next();
    control.abort();
    expect((await last).done).toBe(true);
    await rm(folder, { recursive: true, force: true });
  });
});
