/**
 * From facts to the report: selects cases, and gives them and each of their groups the same figures. Of each case only a few numbers are kept.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { createCustomers } from './cases/create-customers.ts';
import { createPart, type Part } from './cases/create-part.ts';
import { kindOf } from './cases/kind.ts';
import { compare } from './comparing/compare.ts';
import { createSpan } from './create-span.ts';
import { createFunnels } from './dialogs/create-funnels.ts';
import { figuresOf } from './figures/figures.ts';
import { keyOf, type Query, rangeOf, selects } from './query.ts';
import type { Group, Report } from './report.ts';
import { effortAgainstCes } from './satisfaction/effort-against-ces.ts';
import { experimentsOf } from './satisfaction/experiments-of.ts';
import { createTrend } from './trend/create-trend.ts';

/** Takes facts one after the other, in any order; `read` gives the report of those so far. */
export type ReportBuilder = { add(facts: Facts): void; read(): Report };

/** The same facts in any order give the same report, byte for byte. */
export function buildReport(facts: Iterable<Facts>, query: Query, measures: Measures): Report {
  const report = createReport(query, measures);
  for (const one of facts) report.add(one);
  return report.read();
}

/** A report over facts that need never be in memory together. */
export function createReport(query: Query, measures: Measures): ReportBuilder {
  const isSelected = selects(query);
  const span = createSpan(query);
  const whole = createPart(measures);
  const trend = createTrend(query.zone);
  const funnels = createFunnels();
  const customers = createCustomers(measures);
  const groups = new Map<string, Part>();
  return {
    add(facts) {
      span.see(facts);
      trend.see(facts);
      if (!isSelected(facts)) return;
      const kind = kindOf(measures, facts);
      span.add(facts);
      for (const part of [whole, trend, funnels, customers]) part.add(facts, kind);
      if (query.by !== null) partOf(groups, keyOf(facts, query.by), measures).add(facts, kind);
    },
    read() {
      const { freshSeconds, latest, ...days } = span.read();
      const all = whole.read();
      return {
        schema: 'report/1',
        ...days,
        zone: query.zone,
        asOf: new Date(query.asOf).toISOString(),
        seed: query.seed,
        filters: query.filters,
        by: query.by,
        versions: { effort: measures.effort.id, outcome: measures.outcome.id, measures: measures.number },
        ...figuresOf(all.sample, query.seed),
        trend: trend.read(),
        dialogs: funnels.read(),
        customers: customers.read(query.asOf),
        trust: { effortAgainstCes: effortAgainstCes(all.sample.experience), freshSeconds },
        experiments: experimentsOf(all.sample.experience),
        breaks: breaksIn(query),
        groups: groupsOf(groups, all, query.seed),
        latest,
      };
    },
  };
}

function breaksIn(query: Query): Report['breaks'] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = rangeOf(query);
  return (query.breaks ?? []).filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to);
}

function partOf(groups: Map<string, Part>, key: string, measures: Measures): Part {
  const known = groups.get(key) ?? createPart(measures);
  groups.set(key, known);
  return known;
}

/** Largest first. */
function groupsOf(groups: ReadonlyMap<string, Part>, whole: ReturnType<Part['read']>, seed: number): readonly Group[] {
  const parts = [...groups].map(([key, part]) => ({ key, ...part.read() }));
  const comparisons = compare(whole, parts);
  return parts
    .flatMap(({ key, sample }, index) => {
      const against = comparisons[index];
      return against ? [{ key, label: key === 'none' ? '(none)' : key, ...figuresOf(sample, seed), against }] : [];
    })
    .toSorted((a, b) => b.cases.all - a.cases.all || (a.key < b.key ? -1 : 1));
}
