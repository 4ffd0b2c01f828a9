/**
 * Whether the same wish is served alike everywhere and always: spread of effort and resolution per intent. Measurement §3.
 */

import type { Instant } from '../../events/instant.ts';
import { fewest, rounded } from '../../measurement/statistics/rate.ts';
import { quarterMs } from '../report/trend/create-day-of.ts';
import { settledKinds } from './contact.ts';
import type { Contacts } from './contacts-of.ts';
import type { Consistency, Spread } from './journey.ts';
import { type Labels, labelsOf } from './labels.ts';

const mostShown = 50;

/** Most frequent first. */
export function consistencyOf(contacts: Contacts, zone: string): readonly Consistency[] {
  const { startedAt, place } = contacts.table.columns();
  const intents = labelsOf(contacts.table, ({ intent }) => intent);
  const closed = closedIn(contacts, intents);
  const spreads = (width: number, keyOf: (row: number) => number) =>
    spreadsOver(contacts.table, closed, { intents, width, keyOf });
  const byPlace = ({ names, of }: Labels) => spreads(names.length + 1, (row) => of[place[row] ?? 0] ?? 0);
  const hourOf = createHourIn(zone);
  const touchpoint = byPlace(labelsOf(contacts.table, (one) => one.touchpoint));
  const language = byPlace(labelsOf(contacts.table, (one) => one.language));
  const hour = spreads(24, (row) => hourOf(startedAt[row] ?? 0));
  const counts = new Uint32Array(intents.names.length + 1);
  for (const row of closed)
    counts[intents.of[place[row] ?? 0] ?? 0] = (counts[intents.of[place[row] ?? 0] ?? 0] ?? 0) + 1;
  return intents.names
    .map((intent, index) => ({
      ...{ intent, cases: counts[index + 1] ?? 0, touchpoint: touchpoint(index + 1) },
      ...{ hour: hour(index + 1), language: language(index + 1) },
    }))
    .filter((one) => one.touchpoint !== null || one.hour !== null || one.language !== null)
    .toSorted((a, b) => b.cases - a.cases || (a.intent < b.intent ? -1 : 1))
    .slice(0, mostShown);
}

/** Rows of settled cases in which a wish was understood. */
function closedIn({ table, rows }: Contacts, intents: Labels): Uint32Array {
  const { place, kind, tenths } = table.columns();
  const settled = settledKinds(table.kinds());
  return rows.filter(
    (row) => settled[kind[row] ?? 0] !== 0 && (tenths[row] ?? -1) >= 0 && intents.of[place[row] ?? 0] !== 0,
  );
}

/** @property width how many groups there are at most; @property keyOf the number of the group a row belongs to */
type Grouping = { readonly intents: Labels; readonly width: number; keyOf(row: number): number };

/** @returns what there is of an intent; of fewer than ten cases nothing can be said */
function spreadsOver(
  table: Contacts['table'],
  rows: Uint32Array,
  { intents, width, keyOf }: Grouping,
): (intent: number) => Spread | null {
  const { place, kind, tenths } = table.columns();
  const settled = settledKinds(table.kinds());
  const [cases, effort, resolved] = Array.from(
    { length: 3 },
    () => new Float64Array((intents.names.length + 1) * width),
  );
  if (!cases || !effort || !resolved) return () => null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const at = (intents.of[place[row] ?? 0] ?? 0) * width + keyOf(row);
    cases[at] = (cases[at] ?? 0) + 1;
    effort[at] = (effort[at] ?? 0) + (tenths[row] ?? 0);
    resolved[at] = (resolved[at] ?? 0) + (settled[kind[row] ?? 0] ?? 0) - 1;
  }
  return (intent) => {
    const groups = Array.from({ length: width }, (_, key) => intent * width + key).filter(
      (at) => (cases[at] ?? 0) >= fewest,
    );
    if (groups.length < 2) return null;
    return {
      groups: groups.length,
      effort: deviation(groups.map((at) => (effort[at] ?? 0) / 10 / (cases[at] ?? 1))),
      resolution: deviation(groups.map((at) => (resolved[at] ?? 0) / (cases[at] ?? 1))),
    };
  };
}

/** Each quarter of an hour is looked up once: no zone's clocks change within one. */
function createHourIn(zone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / quarterMs);
    const hour = known.get(quarter) ?? Number(format.format(at));
    known.set(quarter, hour);
    return hour;
  };
}

/** Of a sample: divided by one less than there are. In order of size: sums do not depend on the order groups come in. */
function deviation(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return rounded(Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1)));
}
