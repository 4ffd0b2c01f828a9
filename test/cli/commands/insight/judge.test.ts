import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { touchpoint } from '../../serving.ts';

const calls = [
  {
    luhf: true,
    turns: [
      ['a', 'intro'],
      ['u', 'schedule'],
      ['a', 'did_not_understand'],
      ['u', 'schedule'],
      ['a', 'slot_unavailable'],
    ],
  },
  {
    luhf: false,
    turns: [
      ['a', 'intro'],
      ['u', 'schedule'],
      ['a', 'propose_date'],
      ['u', 'confirm'],
      ['a', 'confirm_date_scheduled'],
    ],
  },
  { turns: [['a', 'intro']] },
];
const map = ['--map', 'docs/judge/betold.yaml'];

describe('touchpoint judge', () => {
  let folder = '';
  let file = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchpoint-judge-'));
    file = join(folder, 'calls.jsonl');
    await writeFile(file, calls.map((call) => JSON.stringify(call)).join('\n'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('prints a row a conversation, in the order of the file', async () => {
    const { code, out } = await touchpoint(['judge', file, ...map, '--json']);
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id, effort, resolved }) => [id, effort, resolved])).toEqual([
      ['1', 56.5, 0.074],
      ['2', 0, 0.75],
      ['3', null, expect.any(Number)],
    ]);
  });

  it('does not read what people said of the conversations: without it the rows are the same', async () => {
    const bare = join(folder, 'bare.jsonl');
    await writeFile(bare, calls.map(({ turns }) => JSON.stringify({ turns })).join('\r\n'));
    const [labelled, unlabelled] = await Promise.all(
      [file, bare].map((one) => touchpoint(['judge', one, ...map, '--json'])),
    );
    expect(unlabelled?.out).toBe(labelled?.out);
  });

  it('shows a reader what was hard, and on whom', async () => {
    const { out } = await touchpoint(['judge', file, ...map]);
    expect(out).toContain('3 conversations of');
    expect(out).toMatch(/bot failed +1 × +1 +3\.0/);
    expect(out).toMatch(/The hardest.*\n +1 +56\.5 +not solved: 1 × bot failed, 1 × not understood/);
  });

  it('sums up as a report, and what is stored sums up to the same figures, once however often it is stored', async () => {
    const data = join(folder, 'joined.db');
    const summary = JSON.parse((await touchpoint(['judge', file, ...map, '--summary', '--json'])).out);
    expect(summary).toMatchObject({ schema: 'report/1', cases: { all: 3, engaged: 2, unengaged: 1 } });
    const first = await touchpoint(['judge', file, ...map, '--data', data, '--json']);
    expect(first.err).toContain('3 conversations joined the reports.');
    const again = await touchpoint(['judge', file, ...map, '--data', data]);
    expect(again.err).toContain('0 conversations joined the reports; 3 were there already.');
    const report = JSON.parse((await touchpoint(['report', '--data', data, '--bot', 'template', '--json'])).out);
    expect(report.cases).toEqual(summary.cases);
    expect(report.effort).toEqual(summary.effort);
    expect(report.outcomes).toEqual(summary.outcomes);
  });

  it('tells what cannot be read with its place, judges the others, and ends with 1', async () => {
    const torn = join(folder, 'torn.jsonl');
    await writeFile(
      torn,
      Buffer.from('{"turns":[]}\n{"a\xe9"}\n{"turns":[["u","hello"]]}\n{"turns":[["u","hel', 'latin1'),
    );
    const { code, out, err } = await touchpoint(['judge', torn, ...map, '--json']);
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['1', '3']);
    expect(err).toContain(`${torn}:2:4 this is not written in UTF-8`);
    expect(err).toContain(`${torn}:4:20 the conversation is cut off here`);
    expect(err).toContain('[TRANSCRIPT_INVALID]');
  });

  it('refuses a file in UTF-16, an empty one, one that is not there, and a format it does not know', async () => {
    const wide = join(folder, 'wide.jsonl');
    await writeFile(wide, Buffer.from('\ufeff{"turns":[]}', 'utf16le'));
    const empty = join(folder, 'empty.jsonl');
    await writeFile(empty, '');
    const [utf16, none, missing, unknown, mapless] = await Promise.all([
      touchpoint(['judge', wide, ...map]),
      touchpoint(['judge', empty, ...map]),
      touchpoint(['judge', join(folder, 'gone.jsonl'), ...map]),
      touchpoint(['judge', file, '--format', 'botframwork']),
      touchpoint(['judge', file]),
    ]);
    expect([utf16?.code, none?.code, missing?.code, unknown?.code, mapless?.code]).toEqual([1, 1, 2, 2, 2]);
    expect(utf16?.err).toContain(`${wide}:1:1 the file is written in UTF-16`);
    expect(none?.err).toContain(`${empty}:1:1 the file holds no conversation`);
    expect(unknown?.err).toContain("did you mean 'botframework'?");
    expect(mapless?.err).toContain('--map');
  });

  it('refuses a mapping with errors, and judges nothing by it', async () => {
    const bad = join(folder, 'bad.yaml');
    await writeFile(bad, 'judge: 1\nturns: turns\nturn: { who: "$[0]" }\n');
    const { code, out, err } = await touchpoint(['judge', file, '--map', bad, '--json']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${bad}:2:8 'turns' is no path into the data`);
    expect(err).toContain('[JUDGE_PATH]');
  });
});
