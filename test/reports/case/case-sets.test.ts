import { beforeAll, describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { type CaseSet, caseSets } from '../../../src/reports/case/case-sets.ts';
import { type CasesQuery, listCases } from '../../../src/reports/case/list-cases.ts';
import { readReports } from '../../../src/reports/report/read-report.ts';
import type { Report } from '../../../src/reports/report/report.ts';
import { keepTable } from '../../../src/reports/table/keep-table.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { queryOf, storeOf } from './few.ts';

let store: Store;
let report: Report;

beforeAll(async () => {
  store = await storeOf(70, ['easy', 'bumpy', 'failed', 'left', 'open', 'mute', 'easy']);
  report = await readReports(keepTable(store)).read(queryOf(), published);
});

const list = (more: Partial<CasesQuery>) => listCases({ store, cases: keepTable(store) }, queryOf(more));
const countOf = async (set: CaseSet) => (await list({ set })).count;
const partOf = ({ value, n }: { readonly value?: number; readonly n: number }) => Math.round((value ?? 0) * n);

describe('the cases behind a figure', () => {
  it('are as many as the figure counts', async () => {
    const { cases, effort, escalation, containment, durable, goodExperience, resolution, outcomes } = report;
    const closed = cases.engaged - cases.open;
    const counts: Readonly<Record<CaseSet, number>> = {
      engaged: cases.engaged,
      closed,
      in_scope: closed - outcomes.out_of_scope,
      final: cases.final,
      provisional: cases.provisional,
      good: partOf(goodExperience),
      not_good: closed - partOf(goodExperience),
      resolved: partOf(resolution.ofEngaged.high),
      not_resolved: closed - partOf(resolution.ofEngaged.high),
      confirmed: partOf(resolution.confirmed),
      low_effort: effort.bands.low,
      moderate_effort: effort.bands.moderate,
      high_effort: partOf(effort.highShare),
      censored: effort.censored,
      asked: escalation.asked,
      asked_and_got: escalation.askedAndGot,
      asked_and_not_got: escalation.askedAndNotGot,
      by_bot: escalation.byBot,
      contained: partOf(containment.rate),
      gap: partOf(containment.gap),
      durable: partOf(durable.rate),
      not_durable: durable.rate.n - partOf(durable.rate),
      reopened: 0,
    };
    for (const set of caseSets) expect([set, await countOf(set)]).toEqual([set, counts[set]]);
    expect(caseSets).toHaveLength(Object.keys(counts).length);
    expect(counts.high_effort).toBeGreaterThan(0);
  });

  it('of a burden are those that bore it at that step', async () => {
    for (const { signal, step, cases } of report.burdens) {
      const found = await list({ signal, ...(step && { step: `${step.file}:${step.line}` }) });
      expect(found.count).toBe(cases);
      for (const one of found.cases) expect(one.signals).toContain(signal);
    }
    expect((await list({ step: 'dialogs/refund.yaml:999' })).count).toBe(0);
  });

  it('of a bin of the histogram are as many as stand in it', async () => {
    const counts = await Promise.all(report.effort.histogram.map(async (_, bin) => (await list({ bin })).count));
    expect(counts).toEqual(report.effort.histogram);
  });

  it('of a customer are all theirs, from one view to the other', async () => {
    const [first] = (await list({})).cases;
    const { cases } = await list({ customer: first?.customer ?? '' });
    expect(cases.length).toBeGreaterThan(0);
    expect(new Set(cases.map(({ customer }) => customer))).toEqual(new Set([first?.customer]));
  });

  it('come hardest first, newest first, or page by page', async () => {
    const { cases, next } = await list({ order: 'hardest', limit: 20 });
    const efforts = cases.map(({ effort }) => effort ?? -1);
    expect(efforts).toEqual(efforts.toSorted((a, b) => b - a));
    expect([cases.length, next]).toEqual([20, null]);
    const newest = (await list({ order: 'newest', limit: 5 })).cases.map(({ lastAt }) => lastAt);
    expect(newest).toEqual(newest.toSorted().reverse());
    const page = await list({ limit: 30 });
    const rest = await list({ limit: 500, after: page.next });
    expect(page.cases.length + rest.cases.length).toBe(report.cases.all);
    expect(page.count).toBe(report.cases.all);
  });
});
