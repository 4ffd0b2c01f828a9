/** Measures beside a bot: suggested from history, edited, published, and the past made anew. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Called, Command } from '../../../src/cli/command.ts';
import { command as publish } from '../../../src/cli/commands/measures/publish.ts';
import { command as refit } from '../../../src/cli/commands/measures/refit.ts';
import { command as suggest } from '../../../src/cli/commands/measures/suggest.ts';
import { command as report } from '../../../src/cli/commands/report.ts';
import { readMeasures } from '../../../src/cli/measures/read-measures.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { areStale } from '../../../src/reports/facts/are-stale.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { store } from '../../reports/facts/stored.ts';
import { conversation, type Kind } from '../../reports/many-cases.ts';
import { emptyFolder } from '../../storage/folder.ts';

const mix: readonly Kind[] = ['easy', 'bumpy'];
let folder: string;
let data: string;

beforeEach(async () => {
  folder = emptyFolder();
  data = join(folder, 'touchpoint.db');
  const held = await openStore(data);
  for (let index = 0; index < 80; index++) await store(held, conversation(mix[index % 2] ?? 'easy', index));
  await createProjector({ store: held, measures: published, zone: 'UTC' }).catchUp();
  await held.close();
});

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function run(command: Command, values: Called['values'] = {}, positionals: readonly string[] = []): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await command.run({ values: { bot: folder, data, ...values }, positionals, environment: {}, output });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function draft(text: string): string {
  const file = join(folder, 'draft.yaml');
  writeFileSync(file, text);
  return file;
}

describe('suggesting', () => {
  it('proposes what cases that went well took, with how many there were', async () => {
    const { suggestions, number } = JSON.parse((await run(suggest, { json: true })).out);
    expect(number).toBe(2);
    expect(suggestions).toContainEqual({
      path: ['references', 'dialogs', 'refund', 'turns'],
      now: null,
      suggested: 1,
      n: 40,
    });
    expect(suggestions).toContainEqual({
      path: ['references', 'waitSeconds', 'web'],
      now: 5,
      suggested: 0.5,
      n: expect.any(Number),
    });
  });

  it('writes a file that can be published as it is', async () => {
    const { out } = await run(suggest);
    expect(out).toContain('turns: 1 # of 40 in history');
    expect((await run(publish, {}, [draft(out)])).code).toBe(0);
  });
});

describe('fitting weights to what customers say', () => {
  it('says what is missing where too few said anything, and makes no file', async () => {
    const { code, out, err } = await run(refit);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toBe(
      'No weights are proposed:\n  0 answers to CES of the 200 it takes\n  no signal occurred in 10 answered cases',
    );
    expect(JSON.parse((await run(refit, { json: true })).out)).toMatchObject({
      schema: 'measures-refit/1',
      number: 2,
      offered: false,
      answers: 0,
      gain: null,
    });
  });

  it('writes a file that is published under an id of its own, with the gain and what keeps its weight', async () => {
    await answered(400);
    const { code, out, err } = await run(refit);
    expect(err).toMatch(/^400 answers of 200 customers; they are told \d+\.\d % better \(\d+\.\d % to \d+\.\d %\)\./);
    expect(err).toContain('as published: bot_failure, ');
    expect(code).toBe(0);
    const { weights } = JSON.parse((await run(refit, { json: true })).out);
    const weightOf = (signal: string) => weights.find((one: { signal: string }) => one.signal === signal);
    expect(weightOf('told_again').fitted).toBeGreaterThan(3 * weightOf('no_match').fitted);
    expect(out).toContain(
      `weight: ${weightOf('no_match').fitted} # of ${weightOf('no_match').events} in history; was 2`,
    );
    expect((await run(publish, {}, [draft(out)])).code).toBe(1);
    expect((await run(publish, {}, [draft(out.replace('id: effort/v1', 'id: effort/v1-shop'))])).code).toBe(0);
  });
});

/** Cases whose customers find telling something twice hard, and not being understood easy, as facts are stored. */
async function answered(count: number): Promise<void> {
  const held = await openStore(data);
  const [row] = await held.facts({ limit: 1 });
  for (let index = 0; index < count; index++) {
    const id = `a${String(index).padStart(4, '0')}`;
    const [unmatched, again] = [index % 3, Math.floor(index / 3) % 3];
    const tally = (signal: string, times: number) =>
      times === 0 ? [] : [{ signal, owner: 'bot', step: null, probable: false, count: times, most: times, turns: [1] }];
    const place = Math.max(0, 6 - 3 * again + (index % 2));
    const item = { item: 'ces', late: false, shown: true, value: 'x', commented: false, place, steps: 7 };
    const facts = {
      ...JSON.parse(row?.facts ?? '{}'),
      case: `${id}/1`,
      conversation: id,
      customer: `u${index % (count / 2)}`,
      burdens: [...tally('no_match', unmatched), ...tally('told_again', again)],
      survey: { eligible: true, drawn: ['ces'], reachable: true, items: [item] },
    };
    await store(
      held,
      conversation('easy', 1_000 + index).map((event) => ({ ...event, conversation: id })),
    );
    await held.writeFacts(id, 1_000, [
      { case: `${id}/1`, conversation: id, startedAt: 0, facts: JSON.stringify(facts) },
    ]);
  }
  await held.close();
}

describe('publishing', () => {
  const heavier = async (): Promise<string> =>
    (await run(suggest)).out
      .replace(/no_match:\n {6}weight: 2/, 'no_match:\n      weight: 4')
      .replace('id: effort/v1', 'id: effort/v1-shop');

  it('writes the next number, shows the past under both, and keeps what was written beside it', async () => {
    const { code, out } = await run(publish, {}, [draft(await heavier())]);
    expect(code).toBe(0);
    expect(out).toMatch(/number 1 +number 2/);
    expect(out).toMatch(/Good experience +50 % \(\d+–\d+\) +50 % /);
    const text = readFileSync(join(folder, 'measures', 'measures-2.yaml'), 'utf8');
    expect(text).toMatch(/^number: 2$/m);
    expect(text).toMatch(/^published: .*Z"?$/m);
    expect(text).toContain('# of 40 in history');
    const { history, problems } = await readMeasures(folder);
    expect(problems).toEqual([]);
    expect(history.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('makes facts anew of which another release kept something else for reports', async () => {
    const held = await openStore(data);
    await held.markAllDirty();
    await createProjector({ store: held, measures: published, zone: 'UTC' }).catchUp();
    expect(await areStale(held, published)).toBe(false);
    const rows = await held.facts({});
    for (const [conversation, cases] of Map.groupBy(rows, (row) => row.conversation))
      await held.writeFacts(
        conversation,
        1,
        cases.map((row) => ({ ...row, brief: `${row.case}\tof another form` })),
      );
    expect(await areStale(held, published)).toBe(true);
    await held.close();
  });

  it('makes facts of before stale, and the report of either number', async () => {
    await run(publish, {}, [draft(await heavier())]);
    const { history } = await readMeasures(folder);
    const [, next = published] = history;
    const held = await openStore(data);
    expect(await areStale(held, next)).toBe(true);
    await held.markAllDirty();
    await createProjector({ store: held, measures: next, zone: 'UTC' }).catchUp();
    expect(await areStale(held, next)).toBe(false);
    await held.close();
    const under = async (more: Called['values']) => JSON.parse((await run(report, { json: true, ...more })).out);
    const [is, was] = [await under({}), await under({ measures: '1' })];
    expect(is.versions).toEqual({ effort: 'effort/v1-shop', outcome: 'outcome/v1', measures: 2 });
    expect(was.versions).toEqual({ effort: 'effort/v1', outcome: 'outcome/v1', measures: 1 });
    expect(is.effort.p90.value).toBeGreaterThan(was.effort.p90.value);
    expect(is.breaks).toEqual(was.breaks);
    await expect(run(report, { measures: '3' })).rejects.toMatchObject({ code: 'USAGE', fix: 'use one of: 1, 2' });
  });

  it('marks the day in reports that hold it', async () => {
    await run(publish, {}, [draft(await heavier())]);
    const breaks = async (more: Called['values']) =>
      JSON.parse((await run(report, { json: true, ...more })).out).breaks;
    expect(await breaks({})).toMatchObject([{ measures: 2, effort: 'effort/v1-shop' }]);
    expect(await breaks({ to: '2026-03-03' })).toEqual([]);
    expect((await run(report)).out).toMatch(/Measures 2 were published 20\d\d-/);
  });

  it.each([
    ['a misspelt key', 'wieght: 2', /draft\.yaml:\d+:\d+ .*wieght/],
    ['a weight below zero', 'weight: -1', /draft\.yaml:\d+:\d+ /],
  ])('refuses %s with its place, and writes nothing', async (_, wrong, message) => {
    const text = (await run(suggest)).out.replace(/(no_match:\n {6})weight: 2/, `$1${wrong}`);
    const { code, err } = await run(publish, {}, [draft(text)]);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(readdirSync(folder)).not.toContain('measures');
  });

  it('never changes a published version under its own name', async () => {
    const text = (await heavier()).replace('id: effort/v1-shop', 'id: effort/v1');
    const { code, err } = await run(publish, {}, [draft(text)]);
    expect(code).toBe(1);
    expect(err).toMatch(/draft\.yaml:\d+:\d+ effort\/v1 is published.*MEASURES_CHANGED/s);
  });

  it('refuses a file of another number than is next, and one that is not there', async () => {
    mkdirSync(join(folder, 'measures'));
    const text = `${(await run(suggest)).out}\npublished: 2026-11-22T00:00:00Z\n`;
    writeFileSync(join(folder, 'measures', 'measures-3.yaml'), text.replace('number: 2', 'number: 3'));
    const { problems } = await readMeasures(folder);
    expect(problems).toMatchObject([{ code: 'MEASURES_NUMBER', file: 'measures/measures-3.yaml', column: 9 }]);
    await expect(run(report)).rejects.toMatchObject({ code: 'BOT_INVALID' });
    await expect(run(publish, {}, ['nowhere.yaml'])).rejects.toMatchObject({ code: 'BOT_INVALID' });
  });
});
