/**
 * From facts to the report: selects cases, and gives them and each of their groups the same figures. Of each case only a few numbers are kept.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { type Gathering, gather } from './cases/gather.ts';
import { createSpan } from './create-span.ts';
import { figuresOf } from './figures/figures.ts';
import { keyOf, type Query, rangeOf, selects } from './query.ts';
import type { Group, Report } from './report.ts';

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
  const whole = gather(measures);
  const groups = new Map<string, Gathering>();
  return {
    add(facts) {
      span.see(facts);
      if (!isSelected(facts)) return;
      span.add(facts);
      whole.add(facts);
      if (query.by !== null) groupOf(groups, keyOf(facts, query.by), measures).add(facts);
    },
    read() {
      const { freshSeconds, latest, ...days } = span.read();
      return {
        schema: 'report/1',
        ...days,
        zone: query.zone,
        asOf: new Date(query.asOf).toISOString(),
        seed: query.seed,
        filters: query.filters,
        by: query.by,
        versions: { effort: measures.effort.id, outcome: measures.outcome.id, measures: measures.number },
        ...figuresOf(whole.read(), query.seed),
        trust: { effortAgainstCes: null, freshSeconds },
        breaks: breaksIn(query),
        groups: groupsOf(groups, query.seed),
        latest,
      };
    },
  };
}

function breaksIn(query: Query): Report['breaks'] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = rangeOf(query);
  return (query.breaks ?? []).filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to);
}

function groupOf(groups: Map<string, Gathering>, key: string, measures: Measures): Gathering {
  const known = groups.get(key) ?? gather(measures);
  groups.set(key, known);
  return known;
}

/** Largest first. */
function groupsOf(groups: ReadonlyMap<string, Gathering>, seed: number): readonly Group[] {
  return [...groups]
    .map(([key, group]) => ({ key, label: key === 'none' ? '(none)' : key, ...figuresOf(group.read(), seed) }))
    .toSorted((a, b) => b.cases.all - a.cases.all || (a.key < b.key ? -1 : 1));
}
