import { describe, expect, it } from 'vitest';
import { readTests } from '../../../../src/cli/testing/format/read-tests.ts';
import { affected } from '../../../../src/cli/testing/watching/affected.ts';
import { watchTests } from '../../../../src/cli/testing/watching/watch-tests.ts';
import { TouchpointError } from '../../../../src/errors/touchpoint-error.ts';
import { run, smallBot, understand } from '../small-bot.ts';

const two = `test: colours\ntalk: [{ customer: '#status' }]\n---\ntest: refund\ntalk: [{ customer: '#refund' }]\n`;

async function runAfter(...changed: readonly string[]): Promise<readonly string[]> {
  const { results } = await run(two);
  // As if each dialog stood in a file of its own.
  const last = new Map(
    results.map((result) => [result.test.name, { ...result, files: new Set([`dialogs/${result.test.name}.yaml`]) }]),
  );
  const tests = results.map(({ test }) => test);
  return affected({ tests, last, changed: new Set(changed) }).map(({ name }) => name);
}

describe('after a change', () => {
  it('of a dialog, those tests run that went through it', async () => {
    expect(await runAfter('dialogs/refund.yaml')).toEqual(['refund']);
    expect(await runAfter('dialogs/another.yaml')).toEqual([]);
  });

  it('of a test file its tests run; of anything else, or of stubs and repair, all', async () => {
    expect(await runAfter('dialogs/tests/a.test.yaml')).toEqual(['colours', 'refund']);
    expect(await runAfter('dialogs/tests/b.test.yaml')).toEqual([]);
    for (const path of [
      'intents/main.en.yaml',
      'touchpoint.yaml',
      'dialogs/tests/stubs.yaml',
      'dialogs/system/cancel.yaml',
    ])
      expect(await runAfter(path)).toHaveLength(2);
  });

  it('tests that failed before, and new ones, run whatever changed', async () => {
    const { results } = await run(`${two}---\ntest: fails\ntalk: [{ customer: hi }, { bot: Never. }]\n`);
    const last = new Map(
      results.filter(({ test }) => test.name !== 'colours').map((result) => [result.test.name, result]),
    );
    const tests = results.map(({ test }) => test);
    expect(affected({ tests, last, changed: new Set(['dialogs/x.yaml']) }).map(({ name }) => name)).toEqual([
      'colours',
      'fails',
    ]);
  });
});

describe('watching', () => {
  it('runs all at first, then what changed, nothing where nothing did, and waits where the bot is broken', async () => {
    const shown: (readonly string[])[] = [];
    const told: string[] = [];
    let files = [{ path: 'dialogs/tests/a.test.yaml', text: two }];
    const look = watchTests({
      async read() {
        const { tests, problems } = readTests(files, { program: smallBot, zone: 'UTC' });
        if (files.some(({ text }) => text === 'broken')) throw new TouchpointError('BOT_INVALID', 'it has 1 error');
        return { tests, problems, program: smallBot, understand, folder: '.', files, zone: 'UTC' };
      },
      show: ({ results }, { isAll }) => void shown.push([String(isAll), ...results.map(({ test }) => test.name)]),
      say: (text) => void told.push(text),
    });
    await look();
    await look();
    files = [...files, { path: 'dialogs/tests/b.test.yaml', text: 'test: new\ntalk: [{ customer: hi }]\n' }];
    await Promise.all([look(), look()]);
    expect(shown).toEqual([
      ['true', 'colours', 'refund'],
      ['false', 'new'],
    ]);
    files = [...files, { path: 'dialogs/x.yaml', text: 'broken' }];
    await look();
    expect(shown).toHaveLength(2);
    expect(told.join('\n')).toMatch(/it has 1 error[\s\S]*Waiting for changes/);
  });
});
