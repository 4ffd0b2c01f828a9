import { describe, expect, it } from 'vitest';
import { recordReview } from '../../../src/cli/review/record-review.ts';
import type { Event } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { readReports } from '../../../src/reports/report/read-report.ts';
import { listReviews } from '../../../src/reports/review/list-reviews.ts';
import { keepTable } from '../../../src/reports/table/keep-table.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { start } from '../../measurement/story.ts';
import { store as keep } from '../facts/stored.ts';
import { conversation, type Kind } from '../many-cases.ts';

const query = { from: null, to: null, zone: 'UTC', asOf: start + 4e10, filters: {}, by: null, seed: 1 };
const catchUp = (store: Store) => createProjector({ store, measures: published, zone: 'UTC' }).catchUp();

/** Cases of one kind, all begun within a month, with lots in the order of their numbers; every third with a rest of its lot that is small. */
async function drawn(kind: Kind, count: number): Promise<Store> {
  const store = memoryStore();
  for (let index = 0; index < count; index++) {
    const events = conversation(kind, index).map((event): Event => {
      const at = start + (event.at - start) - index * 86_400_000;
      if (event.type !== 'case.matured') return { ...event, at };
      return { ...event, at, data: { ...event.data, draw: index / count } };
    });
    await keep(store, events);
  }
  await catchUp(store);
  return store;
}

describe('what people are to review', () => {
  it('is fifty cases a month of those assumed to be solved, the lowest lots', async () => {
    const { items, waiting } = await listReviews(keepTable(await drawn('bumpy', 70)), query);
    const assumed = items.filter(({ sample }) => sample === 'assumed');
    expect(assumed.map((one) => one.case)).toEqual(
      Array.from({ length: 50 }, (_, index) => `c${String(index).padStart(4, '0')}/1`),
    );
    expect(assumed[0]).toMatchObject({ month: '2026-03', outcome: 'resolved_assumed', judged: null });
    expect(waiting).toBe(items.length);
  });

  it('counts a case to the month in which it began by the clocks of the business', async () => {
    const store = memoryStore();
    const lastHour = Date.parse('2026-03-31T23:00:00Z');
    const events = conversation('bumpy', 0).map((event): Event => {
      const at = lastHour + (event.at - start);
      return event.type === 'case.matured' ? { ...event, at, data: { ...event.data, draw: 0.5 } } : { ...event, at };
    });
    await keep(store, events);
    await catchUp(store);
    const monthIn = async (zone: string) => (await listReviews(keepTable(store), { ...query, zone })).items[0]?.month;
    expect(await monthIn('UTC')).toBe('2026-03');
    expect(await monthIn('Europe/Berlin')).toBe('2026-04');
  });

  it('is one in twenty of the cases in which nothing was understood', async () => {
    const { items } = await listReviews(keepTable(await drawn('bumpy', 60)), query);
    expect(items.filter(({ sample }) => sample === 'rejected').map((one) => one.case)).toEqual([
      'c0000/1',
      'c0001/1',
      'c0002/1',
    ]);
  });

  it('is nothing where nothing is assumed', async () => {
    expect(await listReviews(keepTable(await drawn('easy', 5)), query)).toMatchObject({
      waiting: 0,
      judged: 0,
      items: [],
    });
    expect(await listReviews(keepTable(memoryStore()), query)).toMatchObject({ waiting: 0, items: [] });
  });
});

describe('what they found', () => {
  it('is an event, gives the report its audit and its point, and leaves the outcome as it is', async () => {
    const store = await drawn('bumpy', 20);
    const before = await readReports(keepTable(store)).read(query, published);
    expect(before.resolution).toMatchObject({ point: null, pointInterval: null, audit: { kind: 'no_data' } });
    for (let index = 0; index < 12; index++)
      await recordReview(store, {
        case: `c${String(index).padStart(4, '0')}/1`,
        sample: 'assumed',
        value: index < 9,
        reviewer: 'ana',
        at: start,
      });
    await catchUp(store);
    const { resolution, outcomes } = await readReports(keepTable(store)).read(query, published);
    expect(outcomes).toEqual(before.outcomes);
    expect(resolution.audit).toMatchObject({ kind: 'rate', value: 0.75, n: 12 });
    expect(resolution).toMatchObject({ low: 0, high: 1, point: 0.75 });
    expect(resolution.pointInterval?.low).toBeLessThan(0.75);
    expect(resolution.pointInterval?.high).toBeGreaterThan(0.75);
    const { waiting, judged, items } = await listReviews(keepTable(store), query);
    expect([waiting, judged]).toEqual([9, 12]);
    expect(items.at(-1)?.judged).not.toBeNull();
  });

  it('counts wrong rejections, and of each case the last word', async () => {
    const store = await drawn('bumpy', 20);
    const judge = (index: number, value: boolean) =>
      recordReview(store, {
        case: `c${String(index).padStart(4, '0')}/1`,
        sample: 'rejected',
        value,
        reviewer: 'ana',
        at: start,
      });
    for (let index = 0; index < 10; index++) await judge(index, true);
    await judge(0, false);
    await catchUp(store);
    const { resolution } = await readReports(keepTable(store)).read(query, published);
    expect(resolution.falseRejections).toMatchObject({ value: 0.1, n: 10 });
    expect(resolution.audit).toMatchObject({ kind: 'no_data' });
  });

  it('is refused for a case that is not there', async () => {
    const given = { case: 'nobody/1', sample: 'assumed', value: true, reviewer: 'ana', at: start } as const;
    await expect(recordReview(memoryStore(), given)).rejects.toMatchObject({ code: 'CASE_UNKNOWN' });
  });
});
