/**
 * From cases to the report: selects them, and gives them and each of their groups the same figures.
 */
import type { Instant } from '../../events/instant.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { TableView } from '../table/create-table.ts';
import { tableOf } from '../table/table-of.ts';
import { type Borne, customersOf } from './cases/customers-of.ts';
import { type Sample, sampleIn, sampleOf } from './cases/sample.ts';
import { selectRows } from './cases/select-rows.ts';
import { type Comparable, compare } from './comparing/compare.ts';
import { mixOf } from './comparing/mix.ts';
import { funnelsOf } from './dialogs/funnels-of.ts';
import { figuresOf } from './figures/figures.ts';
import { type Dimension, daysOf, keyOf, type Query, rangeOf } from './query.ts';
import type { Group, Report } from './report.ts';
import { effortAgainstCes } from './satisfaction/effort-against-ces.ts';
import { experimentsOf } from './satisfaction/experiments-of.ts';
import { firstOf, latestOf, newestOf } from './span-of.ts';
import { trendOf } from './trend/trend-of.ts';

/** The same facts in any order give the same report, byte for byte. */
export function buildReport(facts: Iterable<Facts>, query: Query, measures: Measures): Report {
  return reportOf(tableOf(measures, facts), query, measures);
}

/** What a report says whenever it is asked: of the same cases the same. */
type Steady = Omit<Report, Timely>;
type Timely = 'from' | 'to' | 'asOf' | 'customers' | 'trust';

/** @property first, newest when the first of its cases began, and when the newest of all facts is from; `null` without any */
export type Made = {
  readonly steady: Steady;
  readonly borne: Borne;
  readonly first: Instant | null;
  readonly newest: Instant | null;
  readonly trust: Omit<Report['trust'], 'freshSeconds'>;
};

/** The report over the cases as they stand in a table. */
export function reportOf(table: TableView, query: Query, measures: Measures): Report {
  return dated(makeFigures(table, query, measures), query);
}

/** All of a report that does not depend on when it is asked for, but for what customers bear: see `Borne`. */
export function makeFigures(table: TableView, query: Query, measures: Measures): Made {
  const rows = selectRows(table, query);
  const whole = sampleOf(table, rows);
  const steady = {
    schema: 'report/1',
    zone: query.zone,
    seed: query.seed,
    filters: query.filters,
    by: query.by,
    versions: { effort: measures.effort.id, outcome: measures.outcome.id, measures: measures.number },
    ...figuresOf(whole, { measures, seed: query.seed }),
    trend: trendOf(table, rows, query),
    dialogs: funnelsOf(whole),
    experiments: experimentsOf(whole),
    breaks: breaksIn(query),
    groups: query.by === null ? [] : groupsOf(whole, query.by, { measures, seed: query.seed }),
    latest: latestOf(table, rows),
  } as const;
  return {
    steady,
    borne: customersOf(whole, { measures, asOf: query.asOf }),
    ...{ first: firstOf(table, rows), newest: newestOf(table) },
    trust: { effortAgainstCes: effortAgainstCes(whole) },
  };
}

/** With what depends on the moment: the span, and how fresh all this is. */
export function dated({ steady, borne, first, newest, trust }: Made, query: Query): Report {
  const { schema, zone, seed, filters, by, versions, trend, dialogs, ...rest } = steady;
  const { experiments, breaks, groups, latest, ...figures } = rest;
  return {
    schema,
    ...daysOf(query, first),
    ...{ zone, asOf: new Date(query.asOf).toISOString(), seed, filters, by, versions },
    ...figures,
    ...{ trend, dialogs, customers: borne.figures },
    trust: { ...trust, freshSeconds: newest === null ? null : Math.max(0, Math.round((query.asOf - newest) / 1000)) },
    ...{ experiments, breaks, groups, latest },
  };
}

function breaksIn(query: Query): Report['breaks'] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = rangeOf(query);
  return (query.breaks ?? []).filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to);
}

/** Largest first. */
function groupsOf(whole: Sample, by: Dimension, made: Parameters<typeof figuresOf>[1]): readonly Group[] {
  const samples = [...rowsBy(whole, by)].map(([key, rows]) => ({ key, sample: sampleIn(whole.table, rows) }));
  const comparisons = compare(
    comparable(whole),
    samples.map(({ sample }) => comparable(sample)),
  );
  return samples
    .flatMap(({ key, sample }, index) => {
      const against = comparisons[index];
      return against ? [{ key, label: key === 'none' ? '(none)' : key, ...figuresOf(sample, made), against }] : [];
    })
    .toSorted((a, b) => b.cases.all - a.cases.all || (a.key < b.key ? -1 : 1));
}

function comparable(sample: Sample): Comparable {
  return { sample, mix: mixOf(sample) };
}

/** Each group's rows. */
function rowsBy({ table, rows }: Sample, by: Dimension): ReadonlyMap<string, Uint32Array> {
  const { place } = table.columns();
  const keys = table.places().map((one) => keyOf(one, by));
  const names = [...new Set(keys)].toSorted();
  const groupOf = Uint32Array.from(keys, (key) => names.indexOf(key));
  const ends = new Uint32Array(names.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const group = groupOf[place[rows[i] ?? 0] ?? 0] ?? 0;
    ends[group + 1] = (ends[group + 1] ?? 0) + 1;
  }
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const next = ends.slice();
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const group = groupOf[place[row] ?? 0] ?? 0;
    sorted[next[group] ?? 0] = row;
    next[group] = (next[group] ?? 0) + 1;
  }
  const groups = names.map((name, group) => [name, sorted.subarray(ends[group], ends[group + 1])] as const);
  return new Map(groups.filter(([, own]) => own.length > 0));
}
