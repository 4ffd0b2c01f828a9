import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../../src/cli/testing/output/diff.ts';
import { renderRun } from '../../../../src/cli/testing/output/render-run.ts';
import { toJson } from '../../../../src/cli/testing/output/to-json.ts';
import { run, well } from '../small-bot.ts';

const text = `test: refund
${well}
talk:
  - customer: '#refund'
  - bot: Which parcel?
  - customer: 12345678
---
test: fine
talk: [{ customer: hi }]
`;

describe('a difference', () => {
  it('marks the words one text has and the other has not', () => {
    const { expected, got } = diffWords('Which order is it?', 'Which parcel is it about?');
    expect(expected.filter(({ isOther }) => isOther).map((one) => one.text)).toEqual(['order', 'it?']);
    expect(got.filter(({ isOther }) => isOther).map((one) => one.text)).toEqual(['parcel', 'it', 'about?']);
    expect(got.map((one) => one.text).join('')).toBe('Which parcel is it about?');
  });

  it('of texts that have nothing to do with each other marks all of both', () => {
    const { expected } = diffWords('Hello there.', 'An order has eight digits and stands in the mail.');
    expect(expected.every(({ text: word, isOther }) => isOther || word.trim() === '')).toBe(true);
  });
});

describe('the output of a run', () => {
  it('as JSON has the fields outside tests rely on', async () => {
    const printed = {
      run: await run(text),
      broken: new Map(),
      prepareSeconds: 1.23456,
      isAll: true,
      withCoverage: false,
    };
    const json = JSON.parse(toJson(printed));
    expect(json).toEqual({
      schema: 'test/1',
      passed: 1,
      failed: 1,
      seconds: expect.any(Number),
      prepareSeconds: 1.235,
      tests: [
        {
          name: 'refund',
          file: 'dialogs/tests/a.test.yaml',
          line: 1,
          ok: false,
          failures: [{ line: 5, expected: 'Which parcel?', got: 'Which order? (asks order_number)' }],
          outcome: 'abandoned',
          effort: 0,
          customerTurns: 2,
        },
        expect.objectContaining({ name: 'fine', line: 8, ok: true, failures: [] }),
      ],
      coverage: { steps: { covered: expect.any(Number), total: 26 }, branches: { covered: 0, total: 10 } },
    });
    expect(JSON.parse(toJson({ ...printed, withCoverage: true })).coverage.missed.length).toBeGreaterThan(0);
  });

  it('counts a file that cannot be read as a failed test', async () => {
    const problem = { file: 'dialogs/tests/b.test.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 };
    const broken = new Map([
      [problem.file, [{ ...problem, code: 'SCHEMA_INVALID', severity: 'error', message: 'wrong' } as const]],
    ]);
    const json = JSON.parse(
      toJson({ run: await run(text), broken, prepareSeconds: 0, isAll: true, withCoverage: false }),
    );
    expect(json).toMatchObject({ passed: 1, failed: 2 });
    expect(json.tests.at(-1)).toMatchObject({ ok: false, line: 3, failures: [{ line: 3, got: 'wrong' }] });
  });

  it('in the terminal shows expected against got, why, and the conversation around it', async () => {
    const printed = { run: await run(text), broken: new Map(), prepareSeconds: 0, isAll: true, withCoverage: true };
    const shown = renderRun(printed, { colour: false });
    expect(shown).toContain('✗ refund');
    expect(shown).toMatch(
      /a\.test\.yaml:5\n +expected +Which parcel\?\n +got +Which order\? \(asks order_number\)\n +because +dialogs\/test.yaml:8 refund-order\/0/,
    );
    expect(shown).toMatch(/customer +#refund +understood: refund\n +bot +Which order\? +dialogs\/test.yaml:8/);
    expect(shown).toMatch(/✓ fine/);
    expect(shown).toMatch(/Never reached:\n +dialogs\/test.yaml:\d+ /);
    expect(shown).toMatch(/1 failed, 1 passed in \d\.\d\d s; steps \d+ of 26/);
    expect(renderRun(printed, { colour: true })).toContain('\u001b[31m');
  });
});
