import { describe, expect, it } from 'vitest';
import { published } from '../../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../../src/measurement/facts.ts';
import { buildReport } from '../../../../src/reports/report/build-report.ts';
import { createDayOf } from '../../../../src/reports/report/trend/create-day-of.ts';
import { dateAt } from '../../../../src/reports/report/zone-day.ts';
import { conversation, factsFrom, type Kind } from '../../many-cases.ts';

const dayMs = 86_400_000;
const first = Date.parse('2026-03-02T10:00:00Z');
const query = {
  from: null,
  to: null,
  zone: 'Europe/Berlin',
  asOf: first + 400 * dayMs,
  filters: {},
  by: null,
  seed: 1,
};

const templates = new Map<Kind, Facts>();

/** Facts of one kind at an instant, of a customer of their own. */
function caseAt(kind: Kind, startedAt: number, more: Partial<Facts> = {}): Facts {
  const template = templates.get(kind) ?? factsFrom(conversation(kind, 0))[0];
  if (!template) throw new Error('no facts');
  templates.set(kind, template);
  const id = `${kind}${startedAt}/1`;
  return { ...template, case: id, conversation: id, customer: id, startedAt, lastAt: startedAt + 1, ...more };
}

/** Twenty cases on each of so many days; on one of them none goes well. */
function business(days: number, badDay: number): readonly Facts[] {
  return Array.from({ length: days * 20 }, (_, index) => {
    const day = Math.floor(index / 20);
    const isGood = day !== badDay && index % 20 < 15 + (day % 3);
    return caseAt(isGood ? 'easy' : 'failed', first + day * dayMs + (index % 20) * 60_000);
  });
}

const trendOf = (facts: readonly Facts[], more = {}) => buildReport(facts, { ...query, ...more }, published).trend;

describe('the trend', () => {
  it('marks the day on which something changed, and no other', () => {
    const { charts, bucket } = trendOf(business(30, 17));
    expect(bucket).toBe('day');
    for (const chart of [charts.goodExperience, charts.resolved])
      expect(chart.points.filter(({ isOutside }) => isOutside).map(({ from }) => from)).toEqual(['2026-03-19']);
    expect(charts.goodExperience.points[0]).toMatchObject({ from: '2026-03-02', n: 20, value: 0.75 });
  });

  it('has no limits where there are fewer than eight points', () => {
    const { goodExperience } = trendOf(business(7, 3)).charts;
    expect(goodExperience.centre).toBeNull();
    expect(goodExperience.points.every(({ low, isOutside }) => low === null && !isOutside)).toBe(true);
  });

  it('leaves out days with fewer than ten cases, and counts them', () => {
    const few = Array.from({ length: 9 }, (_, index) => caseAt('easy', first + 40 * dayMs + index));
    const { buckets, charts } = trendOf([...business(10, -1), ...few]);
    expect(buckets.at(-1)).toEqual({ from: '2026-04-11', cases: 9, engaged: 9 });
    expect(charts.goodExperience.points).toHaveLength(10);
  });

  it('shows weeks from Monday on where the span is longer than two months, with the same cases', () => {
    const facts = business(80, 3);
    const { bucket, buckets } = trendOf(facts);
    expect(bucket).toBe('week');
    expect(buckets[0]).toMatchObject({ from: '2026-03-02', cases: 140 });
    expect(buckets.reduce((sum, { cases }) => sum + cases, 0)).toBe(facts.length);
  });

  it('does not compare days that are not settled with those that are', () => {
    const open = caseAt('easy', first, { outcome: { ...caseAt('easy', 0).outcome, final: false } });
    const known = business(10, -1).map((one) => ({ ...one, outcome: { ...one.outcome, reopened: false } }));
    const { durable } = trendOf([...known, open]).charts;
    expect(durable.points.map(({ from }) => from)).not.toContain('2026-03-02');
    expect(durable.points).toHaveLength(9);
  });

  it('names versions that came in on the day of their first case, not the one that was there', () => {
    const facts = business(12, -1).map((one, index) => ({ ...one, version: index < 100 ? 'old' : 'new' }));
    expect(trendOf(facts).deploys).toEqual([{ day: '2026-03-07', version: 'new' }]);
    expect(trendOf(facts, { filters: { version: 'new' } }).deploys).toEqual([]);
  });

  it('names dialogs that came to declare more turns, on the day of the first case, and none that declare fewer', () => {
    const declared = (turns: number | null) => [
      { dialog: 'refund', turns, seconds: null, tookTurns: 3, tookSeconds: 9 },
    ];
    const facts = business(12, -1).map((one, index) => ({
      ...one,
      expectations: declared(index < 60 ? 3 : index < 100 ? 6 : 4),
    }));
    expect(trendOf(facts).raised).toEqual([{ day: '2026-03-05', dialog: 'refund', from: 3, to: 6 }]);
    const later = facts
      .filter(({ expectations: [one] }) => one?.turns !== 3)
      .map((one) => ({ ...one, version: 'new' }));
    const all = [...facts.filter(({ expectations: [one] }) => one?.turns === 3), ...later];
    expect(trendOf(all, { filters: { version: 'new' } }).raised).toEqual([
      { day: '2026-03-05', dialog: 'refund', from: 3, to: 6 },
    ]);
    expect(trendOf(later).raised).toEqual([]);
    expect(trendOf(facts.map((one) => ({ ...one, expectations: declared(null) }))).raised).toEqual([]);
  });

  it('is the same whatever order the cases come in', () => {
    const facts = business(12, 4);
    expect(trendOf(facts.toReversed())).toEqual(trendOf(facts));
  });
});

describe('days of the business', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo'])(
    'are those of the calendar in %s, on the days its clocks change too',
    (zone) => {
      const dayOf = createDayOf(zone);
      for (const start of ['2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31', '2026-04-04', '2026-10-03'])
        for (let at = Date.parse(start); at < Date.parse(start) + 2 * dayMs; at += 450_001)
          expect(dayOf.at(at)).toBe(dateAt(at, zone));
    },
  );

  it('hold the hour that comes twice, and miss the one that does not come', () => {
    const hours = (from: string, count: number) =>
      Array.from({ length: count * 12 }, (_, index) => caseAt('easy', Date.parse(from) + index * 300_000));
    const { buckets } = trendOf([...hours('2026-03-28T23:00:00Z', 23), ...hours('2026-10-24T22:00:00Z', 25)], {});
    expect(buckets.map(({ cases }) => cases)).toEqual([23 * 12, 25 * 12]);
  });
});
