/**
 * What is kept of the cases of one day: counts, and how often each effort occurs, for their median.
 */
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import type { TableView } from '../../table/create-table.ts';
import { isClosed, isInScope, type Kind } from '../cases/kind.ts';
import { isDurable, isMatured } from '../figures/is-durable.ts';
import { createDayOf } from './create-day-of.ts';

/**
 * @property from the day
 * @property unsettled closed cases in scope that are not final yet
 * @property efforts closed cases by tenths of a point of effort
 */
export type Day = Readonly<Record<Counted, number>> & { readonly from: string; readonly efforts: Float64Array };

type Counted = keyof typeof counted;

const counted = {
  cases: () => true,
  engaged: ({ engaged }) => engaged,
  closed: isClosed,
  inScope: isInScope,
  resolved: (kind) => isInScope(kind) && isResolved(kind.state),
  good: (kind) => isClosed(kind) && kind.good,
  high: (kind) => isClosed(kind) && kind.band === 'high',
  matured: (kind) => isInScope(kind) && isMatured(kind),
  durable: (kind) => isInScope(kind) && isMatured(kind) && isDurable(kind),
  unsettled: (kind) => isInScope(kind) && !kind.final,
} as const satisfies Record<string, (kind: Kind) => boolean>;

const efforts = 1001;

/** Days on which a case began, in order. */
export function daysOf(table: TableView, rows: Uint32Array, zone: string): readonly Day[] {
  const kinds = table.kinds();
  const { startedAt, kind: kindOf, tenths } = table.columns();
  const { names, numbers } = datesOf(startedAt, rows, zone);
  const isIn = Uint8Array.from(kinds, (kind) => (isClosed(kind) ? 1 : 0));
  const counts = new Float64Array(names.length * kinds.length);
  const spread = new Float64Array(names.length * efforts);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const day = numbers[i] ?? 0;
    const kind = kindOf[row] ?? 0;
    const at = day * kinds.length + kind;
    counts[at] = (counts[at] ?? 0) + 1;
    const effort = tenths[row] ?? -1;
    if (effort >= 0 && isIn[kind] === 1) spread[day * efforts + effort] = (spread[day * efforts + effort] ?? 0) + 1;
  }
  return names
    .map((from, day) =>
      dayOf(from, kinds, {
        counts: counts.subarray(day * kinds.length, (day + 1) * kinds.length),
        efforts: spread.subarray(day * efforts, (day + 1) * efforts),
      }),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

type Dates = { readonly names: readonly string[]; readonly numbers: Uint32Array };

/** The date of each row, by number. */
function datesOf(startedAt: Float64Array, rows: Uint32Array, zone: string): Dates {
  const dateOf = createDayOf(zone);
  const known = new Map<string, number>();
  const numbers = new Uint32Array(rows.length);
  let [from, to, number] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const at = startedAt[rows[i] ?? 0] ?? 0;
    // cases mostly come in order of time: the quarter of an hour is often the one before
    if (at < from || at >= to) {
      [from, to] = dateOf.quarterOf(at);
      const date = dateOf.at(at);
      number = known.get(date) ?? known.size;
      known.set(date, number);
    }
    numbers[i] = number;
  }
  return { names: [...known.keys()], numbers };
}

type Sums = { readonly counts: Float64Array; readonly efforts: Float64Array };

function dayOf(from: string, kinds: readonly Kind[], sums: Sums): Day {
  const of = (name: Counted): number =>
    kinds.reduce((sum, kind, number) => sum + (counted[name](kind) ? (sums.counts[number] ?? 0) : 0), 0);
  return {
    ...{ from, efforts: sums.efforts },
    ...{ cases: of('cases'), engaged: of('engaged'), closed: of('closed'), inScope: of('inScope') },
    ...{ resolved: of('resolved'), good: of('good'), high: of('high') },
    ...{ matured: of('matured'), durable: of('durable'), unsettled: of('unsettled') },
  };
}

/** Several days as one. */
export function merged(from: string, days: readonly Day[]): Day {
  const of = (name: Counted): number => days.reduce((sum, day) => sum + day[name], 0);
  const spread = new Float64Array(efforts);
  for (const day of days) for (const [tenth, n] of day.efforts.entries()) spread[tenth] = (spread[tenth] ?? 0) + n;
  return {
    ...{ from, efforts: spread },
    ...{ cases: of('cases'), engaged: of('engaged'), closed: of('closed'), inScope: of('inScope') },
    ...{ resolved: of('resolved'), good: of('good'), high: of('high') },
    ...{ matured: of('matured'), durable: of('durable'), unsettled: of('unsettled') },
  };
}
