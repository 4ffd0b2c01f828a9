/**
 * What a report can be asked for, from the command line or from an address.
 */
import { nearest } from '../errors/nearest.ts';
import { TouchpointError } from '../errors/touchpoint-error.ts';
import { type Dimension, dimensions, type Query } from '../reports/report/query.ts';

/** What a report was asked for, checked. */
export type Flags = Pick<Query, 'from' | 'to' | 'by' | 'filters'> & {
  /** number of the measures; left out: the latest */
  readonly measures?: number;
};

const date = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the flags of `touchpoint report`.
 *
 * @throws TouchpointError USAGE for unknown or malformed ones
 */
export function readFlags({ from, to, by, measures, ...rest }: Readonly<Record<string, string>>): Flags {
  const filters = Object.entries(rest).map(([name, value]) => [dimensionOf(name), value]);
  return {
    ...daysOf(from, to),
    by: by === undefined ? null : dimensionOf(by),
    ...(measures === undefined ? {} : { measures: numberOf(measures) }),
    filters: Object.fromEntries(filters),
  };
}

function daysOf(from: string | undefined, to: string | undefined): Pick<Flags, 'from' | 'to'> {
  const days = { from: dateOf('from', from), to: dateOf('to', to) };
  if (days.from === null || days.to === null || days.from < days.to) return days;
  throw new TouchpointError('USAGE', `report: nothing lies between ${days.from} and ${days.to}`, {
    fix: '--to is the day after the last, so it comes after --from',
  });
}

function dateOf(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (date.test(text) && isInCalendar(text)) return text;
  throw new TouchpointError('USAGE', `report: '${text}' is not a date`, { fix: `write --${name} as 2026-11-30` });
}

function numberOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new TouchpointError('USAGE', `report: '${text}' is no number of measures`, { fix: 'write --measures 1' });
}

/** No 30th of February. */
function isInCalendar(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function dimensionOf(name: string): Dimension {
  const found = dimensions.find((dimension) => dimension === name);
  if (found) return found;
  const near = nearest(name, dimensions);
  throw new TouchpointError('USAGE', `report: there is no dimension '${name}'`, {
    fix: near === undefined ? `use one of: ${dimensions.join(', ')}` : `did you mean '${near}'?`,
  });
}
