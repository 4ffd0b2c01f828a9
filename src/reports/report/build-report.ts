/**
 * From facts to the report: selects cases, and gives them and each of their groups the same figures.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { type FiguresOptions, figuresOf } from './figures.ts';
import { type Dimension, daysOf, keyOf, type Query, select } from './query.ts';
import type { Group, LatestCase, Report } from './report.ts';

/** The same facts in any order give the same report, byte for byte. */
export function buildReport(facts: readonly Facts[], query: Query, measures: Measures): Report {
  const selected = select(facts, query);
  const options: FiguresOptions = { measures, seed: query.seed };
  return {
    schema: 'report/1',
    ...daysOf(query, selected),
    zone: query.zone,
    asOf: new Date(query.asOf).toISOString(),
    seed: query.seed,
    filters: query.filters,
    by: query.by,
    versions: { effort: measures.effort.id, outcome: measures.outcome.id, measures: measures.number },
    ...figuresOf(selected, options),
    trust: { effortAgainstCes: null, freshSeconds: freshSeconds(facts, query) },
    groups: query.by === null ? [] : groupsOf(selected, query.by, options),
    latest: selected.slice(-latestShown).reverse().map(latestCase),
  };
}

const latestShown = 5;

/** Seconds since the newest event any fact rests on. */
function freshSeconds(facts: readonly Facts[], { asOf }: Query): number | null {
  if (facts.length === 0) return null;
  const newest = facts.reduce((latest, { lastAt }) => Math.max(latest, lastAt), 0);
  return Math.max(0, Math.round((asOf - newest) / 1000));
}

/** Largest first. */
function groupsOf(facts: readonly Facts[], by: Dimension, options: FiguresOptions): readonly Group[] {
  return [...Map.groupBy(facts, (one) => keyOf(one, by))]
    .toSorted(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([key, members]) => ({ key, label: key === 'none' ? '(none)' : key, ...figuresOf(members, options) }));
}

function latestCase({ startedAt, outcome, effort, ...facts }: Facts): LatestCase {
  return {
    case: facts.case,
    startedAt: new Date(startedAt).toISOString(),
    intent: facts.intent,
    outcome: outcome.state,
    final: outcome.final,
    effort: effort?.value ?? null,
    customerTurns: facts.customerTurns,
  };
}
