/** Answers given elsewhere are taken into a real database, stand beside the bot, and are forgotten with their customer. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { touchpoint } from '../serving.ts';

const rows = [
  'touchpoint,time,customer,item,score',
  ...Array.from(
    { length: 12 },
    (_, index) => `phone,2026-03-${10 + index},KD-${4711 + index},csat,${index < 9 ? 5 : 2}`,
  ),
  'phone,2026-03-10,KD-4711,ces,6',
  'store:berlin,2026-03-12,KD-4711,csat,1',
];

describe('touchpoint import surveys', () => {
  let folder = '';
  let data: readonly string[] = [];
  const file = () => join(folder, 'answers.csv');
  const journey = async (...more: readonly string[]) =>
    JSON.parse((await touchpoint(['journey', ...data, ...more, '--json'])).out);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchpoint-answers-'));
    data = ['--data', join(folder, 'shop.db')];
    await writeFile(file(), rows.join('\n'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('takes nothing of a file with a mistake', async () => {
    const broken = join(folder, 'broken.csv');
    await writeFile(broken, [...rows, 'phone,2026-03-10,KD-9,csat,7'].join('\n'));
    const { code, err } = await touchpoint(['import', 'surveys', broken, ...data]);
    expect(code).toBe(1);
    expect(err).toContain("broken.csv:16:28 '7' is no answer to csat");
    expect(err).toContain('Nothing was taken in.');
  });

  it('takes each answer once, however often the file is taken', async () => {
    const first = await touchpoint(['import', 'surveys', file(), ...data]);
    expect([first.code, first.out.trim()]).toEqual([0, '14 answers joined the touchpoints.']);
    const again = await touchpoint(['import', 'surveys', file(), ...data, '--json']);
    expect(JSON.parse(again.out)).toEqual({ added: 0, known: 14 });
  });

  it('sets them beside the bot, and not into its report', async () => {
    const { touchpoints, whole } = await journey('--from', '2026-03-01', '--to', '2026-04-01');
    expect(whole.contacts).toBe(13);
    expect(touchpoints[0]).toMatchObject({ touchpoint: 'phone', contacts: 12, csat: { value: 0.75, n: 12 } });
    const { out } = await touchpoint(['report', ...data, '--json']);
    expect(JSON.parse(out).cases).toMatchObject({ all: 0, unengaged: 0 });
  });

  it('shows the way of one customer, whom erasing makes a stranger', async () => {
    const person = JSON.parse((await touchpoint(['export', '--customer', 'web:KD-4711', ...data])).out);
    const path = await journey('--customer', person.customer);
    expect(path.contacts.map((one: { touchpoint: string; answers: object }) => [one.touchpoint, one.answers])).toEqual([
      ['phone', { csat: '5', ces: '6' }],
      ['store:berlin', { csat: '1' }],
    ]);
    expect((await touchpoint(['erase', '--customer', 'web:KD-4711', ...data])).code).toBe(0);
    expect((await readFile(join(folder, 'shop.db'))).includes('KD-4711')).toBe(false);
    expect((await journey()).whole.contacts).toBe(13);
  });
});
