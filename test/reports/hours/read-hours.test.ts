import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { published as measures } from '../../../src/measurement/constants/measures.ts';
import { bandOf } from '../../../src/measurement/effort/score.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { rebuild } from '../../../src/reports/facts/rebuild.ts';
import { createHourOf } from '../../../src/reports/hours/create-hour-of.ts';
import { type HoursQuery, readHours } from '../../../src/reports/hours/read-hours.ts';
import { rollupOf } from '../../../src/reports/hours/rollup-of.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { store } from '../facts/stored.ts';
import { conversation, type Kind, kinds, manyFacts } from '../many-cases.ts';

const zone = 'Europe/Berlin';
const hour = 3_600_000;
const at = Date.UTC(2026, 2, 2, 9);
const query: HoursQuery = { from: null, to: null, zone, asOf: at, filters: {} };

/** Cases of one hour, with efforts all over the range. */
function cases(count: number): readonly Facts[] {
  return manyFacts(count, ['easy', 'bumpy', 'failed', 'left', 'open', 'easy', 'mute', 'bumpy']).map((facts, index) => {
    const value = Math.round((index * 73) % 1000) / 10;
    const effort = facts.effort && { value, low: value, high: value, band: bandOf(measures, value) };
    return { ...facts, customer: `u${index}`, startedAt: at + index * 1000, effort };
  });
}

async function kept(all: readonly Facts[]): Promise<Store> {
  const held = memoryStore();
  const hourOf = createHourOf(zone);
  const rows = all.map((facts) => ({
    case: facts.case,
    conversation: 'c',
    startedAt: facts.startedAt,
    facts: '{}',
    rollup: rollupOf(measures, facts, hourOf),
  }));
  await held.writeFacts('c', 0, rows);
  return held;
}

describe('hour by hour', () => {
  test('are the figures of the report about that hour, quantiles to within a point of effort', async () => {
    const all = cases(600);
    const { hours } = await readHours({ store: await kept(all), measures }, query);
    const report = buildReport(all, { ...query, by: null, seed: 1 }, measures);
    expect(hours).toHaveLength(1);
    const [one] = hours;
    expect(one).toMatchObject({
      at: '2026-03-02T09:00:00.000Z',
      cases: report.cases.all,
      engaged: report.cases.engaged,
      closed: report.cases.provisional + report.cases.final,
      askedForPerson: report.escalation.asked,
      outcomes: Object.fromEntries(
        Object.entries(report.outcomes).filter(([state, n]) => n > 0 && state !== 'open' && state !== 'unengaged'),
      ),
    });
    const { goodExperience: good, resolution } = report;
    expect(good.kind === 'rate' && one && one.good / one.closed).toBeCloseTo(good.kind === 'rate' ? good.value : 0, 3);
    expect(one && one.resolved / one.closed).toBeCloseTo(resolution.high ?? 0, 3);
    for (const name of ['median', 'p90'] as const) {
      const [coarse, fine] = [one?.effort[name], report.effort[name]];
      if (coarse?.kind !== 'estimate' || fine.kind !== 'estimate') throw new Error(`there is no ${name}`);
      expect(coarse.n).toBe(fine.n);
      expect(Math.abs(coarse.value - fine.value)).toBeLessThan(1);
      expect(coarse.low).toBeLessThan(coarse.value);
      expect(coarse.high).toBeGreaterThan(coarse.value);
    }
  });

  test('have the exact mean of the efforts as they are shown', async () => {
    const all = cases(200);
    const { hours } = await readHours({ store: await kept(all), measures }, query);
    const efforts = all.flatMap(({ effort, engaged, outcome }) =>
      effort && engaged && outcome.state !== 'open' ? [effort.value] : [],
    );
    const mean = efforts.reduce((sum, value) => sum + value, 0) / efforts.length;
    const variance = efforts.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (efforts.length - 1);
    const found = hours[0]?.effort.mean;
    expect(found).toMatchObject({ kind: 'estimate', n: efforts.length, value: expect.closeTo(mean, 3) });
    const half = 1.96 * Math.sqrt(variance / efforts.length);
    expect(found?.kind === 'estimate' && found.high - found.value).toBeCloseTo(half, 1);
  });

  test('say too few for fewer than ten cases, and are 0 for effort where most cases took none', async () => {
    const few = await readHours({ store: await kept(cases(8)), measures }, query);
    expect(few.hours[0]?.effort.median.kind).toBe('too_few');
    const easy = manyFacts(30, ['easy']).map((facts) => ({ ...facts, startedAt: at }));
    const { hours } = await readHours({ store: await kept(easy), measures }, query);
    expect(hours[0]?.effort.median).toMatchObject({ kind: 'estimate', value: 0, n: 30 });
  });

  test('are those of the days and the dialog asked for; what they are not kept by is refused', async () => {
    const all = manyFacts(6, ['easy', 'mute']);
    const held = await kept(all);
    const read = (more: Partial<HoursQuery>) => readHours({ store: held, measures }, { ...query, ...more });
    expect((await read({})).hours).toHaveLength(6);
    expect((await read({ from: '2026-03-03', to: '2026-03-05' })).hours.map((one) => one.at.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-04',
    ]);
    expect((await read({ filters: { dialog: 'refund' } })).hours).toHaveLength(3);
    expect((await read({ filters: { dialog: 'none' } })).hours).toHaveLength(3);
    await expect(read({ filters: { language: 'en' } })).rejects.toMatchObject({ code: 'USAGE', fix: /intent/ });
  });
});

describe('the rollups of the projector', () => {
  const some: readonly Kind[] = ['easy', 'bumpy', 'failed', 'left', 'open', 'mute'];

  async function projected(order: readonly number[], steps: number): Promise<Store> {
    const held = memoryStore();
    const projector = createProjector({ store: held, measures, zone });
    for (let step = 0; step < steps; step++) {
      for (const index of order) {
        const events = conversation(some[index % some.length] ?? 'easy', index);
        const [from, to] = [step, step + 1].map((part) => Math.floor((part * events.length) / steps));
        await store(held, events.slice(from, to), step + 1);
      }
      await projector.catchUp();
    }
    return held;
  }

  test('are the same in whatever order and however often conversations were projected', async () => {
    const whole = await (await projected([0, 1, 2, 3, 4, 5, 6, 7], 1)).hours({ only: {} });
    expect(whole.length).toBe(8);
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 2 }), async (indexes, steps) => {
        expect(await (await projected(indexes, steps)).hours({ only: {} })).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  test('are the same after a rebuild, and those of the new zone where it was changed', async () => {
    const held = await projected([0, 1, 2, 3, 4, 5], 1);
    const before = await held.hours({ only: {} });
    await rebuild({ store: held, measures, zone });
    expect(await held.hours({ only: {} })).toEqual(before);
    await rebuild({ store: held, measures, zone: 'Asia/Kolkata' });
    const moved = await held.hours({ only: {} });
    expect(moved.map(({ cells }) => cells)).toEqual(before.map(({ cells }) => cells));
    expect(moved.map((one, index) => one.hour - (before[index]?.hour ?? 0))).toEqual(moved.map(() => -hour / 2));
  });

  test('count every case there is, whatever kind', async () => {
    const held = await projected([0, 1, 2, 3, 4, 5], 1);
    const sum = (await held.hours({ only: {} })).reduce((total, { cells }) => total + (cells['cases'] ?? 0), 0);
    expect(sum).toBe((await held.facts({})).length);
    expect(Object.keys(kinds)).toHaveLength(some.length);
  });
});
