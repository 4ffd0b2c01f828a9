/** Databases made large for benchmarks hold what was to be multiplied, and nothing that could not have been. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runBot } from '../../src/cli/simulation/simulate-bot.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { storedFacts } from '../../src/reports/facts/stored-facts.ts';
import { openStore } from '../../src/storage/open-store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const weekMs = 7 * 86_400_000;
let folder: string;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'multiply-'));
  const output = { out() {}, err() {} };
  await runBot({ folder: root, environment: process.env, output, data: file('few.db'), count: 20, seeds: [1] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const multiply = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ['bench/multiply.ts', ...args], { cwd: root });

async function factsOf(name: string): Promise<ReadonlyMap<string, Facts>> {
  const store = await openStore(file(name));
  const all = new Map<string, Facts>();
  for await (const one of storedFacts(store, {})) all.set(one.case, one);
  await store.close();
  return all;
}

it('makes further cases of each: of other customers, whole weeks earlier, with the same effort and outcome', async () => {
  const { stdout } = await multiply(file('few.db'), file('many.db'), '--cases', '250', '--weeks', '4');
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'multiply/1', cases: 250 });
  const [few, many] = [await factsOf('few.db'), await factsOf('many.db')];
  expect(many.size).toBe(250);
  for (const [id, facts] of few) expect(many.get(id)).toEqual(facts);
  const customers = new Set([...few.values()].map(({ customer }) => customer));
  const copies = [...many.values()].filter((one) => !few.has(one.case));
  expect(copies.length).toBe(250 - few.size);
  for (const copy of copies) {
    const from = few.get(copy.case.slice(0, copy.case.indexOf('~')));
    const earlierMs = (from?.startedAt ?? 0) - copy.startedAt;
    expect([earlierMs % weekMs, earlierMs >= 0, earlierMs < 4 * weekMs]).toEqual([0, true, true]);
    expect([copy.effort, copy.outcome.state]).toEqual([from?.effort, from?.outcome.state]);
    expect(customers.has(copy.customer)).toBe(false);
  }
});

it('writes into no database that is there, and says how it is called', async () => {
  await expect(multiply(file('few.db'), file('few.db'))).rejects.toMatchObject({ code: 2 });
  await expect(multiply(file('few.db'), file('none.db'), '--cases', '0')).rejects.toMatchObject({ code: 2 });
});
