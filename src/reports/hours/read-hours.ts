/**
 * Hour by hour: what a live view draws, from the rollups alone and so as fast for a million cases as for a hundred.
 */
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { OutcomeState } from '../../measurement/outcome/outcome-states.ts';
import { outcomeStates } from '../../measurement/outcome/outcome-states.ts';
import type { Cells } from '../../runtime/ports/rollup.ts';
import type { Store } from '../../runtime/ports.ts';
import { type Filters, type Query, rangeOf } from '../report/query.ts';
import { effortOf, type HourEffort } from './effort-of.ts';

export type HoursQuery = Pick<Query, 'from' | 'to' | 'zone' | 'asOf' | 'filters'>;

export type Hours = {
  readonly schema: 'hours/1';
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: string;
  readonly asOf: string;
  readonly filters: Filters;
  readonly versions: { readonly effort: string; readonly outcome: string; readonly measures: number };
  readonly hours: readonly Hour[];
};

/**
 * The cases that began in an hour. `at` is its first instant; hours without a case are left out. `closed` = engaged and not open; `resolved`, `good`,
 * `outcomes` and `effort` are of these.
 */
export type Hour = {
  readonly at: string;
  readonly cases: number;
  readonly engaged: number;
  readonly closed: number;
  readonly resolved: number;
  readonly good: number;
  readonly askedForPerson: number;
  readonly outcomes: Readonly<Partial<Record<OutcomeState, number>>>;
  readonly effort: HourEffort;
};

export type HoursSource = { readonly store: Pick<Store, 'hours'>; readonly measures: Measures };

/** @throws TouchpointError USAGE for a filter that hours are not kept by */
export async function readHours({ store, measures }: HoursSource, query: HoursQuery): Promise<Hours> {
  const { from, to, zone, asOf, filters } = query;
  const hours = await store.hours({ ...rangeOf(query), only: onlyOf(filters) });
  return {
    schema: 'hours/1',
    from,
    to,
    zone,
    asOf: new Date(asOf).toISOString(),
    filters,
    versions: { effort: measures.effort.id, outcome: measures.outcome.id, measures: measures.number },
    hours: hours.map(({ hour, cells }) => hourOf(hour, cells)),
  };
}

const kept = ['touchpoint', 'dialog', 'intent', 'version'] as const;

function onlyOf(filters: Filters): Parameters<Store['hours']>[0]['only'] {
  const unknown = Object.keys(filters).find((name) => !kept.some((one) => one === name));
  if (unknown === undefined) return filters;
  throw new TouchpointError('USAGE', `hours: they are not kept by '${unknown}'`, {
    fix: `use one of: ${kept.join(', ')}`,
  });
}

function hourOf(at: number, cells: Cells): Hour {
  const count = (name: string): number => cells[name] ?? 0;
  const outcomes = outcomeStates.map((state) => [state, count(`outcome.${state}`)] as const);
  return {
    at: new Date(at).toISOString(),
    cases: count('cases'),
    engaged: count('engaged'),
    closed: count('closed'),
    resolved: count('resolved'),
    good: count('good'),
    askedForPerson: count('asked'),
    outcomes: Object.fromEntries(outcomes.filter(([, n]) => n > 0)),
    effort: effortOf(cells),
  };
}
