/**
 * What acting unasked brings: customers who got what was offered against those who were held out, as they were assigned, whatever came of it (intention to
 * treat). Measurement §5 and §6.
 */
import type { Moments } from '../../../measurement/statistics/clustered-mean.ts';
import { newcombe } from '../../../measurement/statistics/comparisons/newcombe.ts';
import { type Rate, rateOf, rounded } from '../../../measurement/statistics/rate.ts';
import type { Columns } from '../../table/columns.ts';
import type { Place } from '../../table/terms.ts';
import { type Clusters, clustersOf } from '../cases/by-customer.ts';
import type { Kind } from '../cases/kind.ts';
import { addCustomer, momentsIn, type Sums, startSums } from '../cases/moments-over.ts';
import type { Sample } from '../cases/sample.ts';
import { isDurable } from '../figures/is-durable.ts';
import type { Difference, ExperimentFigures } from '../report.ts';
import { meanDifference, meanFrom } from './by-customer.ts';

/** In order of names; only experiments in which somebody was assigned. */
export function experimentsOf({ table, rows, kinds }: Sample): readonly ExperimentFigures[] {
  const { place } = table.columns();
  const places = table.places();
  const counts = new Uint32Array(places.length);
  for (let i = 0; i < rows.length; i++) {
    const number = place[rows[i] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const arms = places.flatMap((one, number) => (counts[number] === 0 ? [] : one.arms));
  const names = [...new Set(arms.map((arm) => arm.slice(0, arm.lastIndexOf('='))))].toSorted();
  if (names.length === 0) return [];
  const all = clustersOf(table, rows);
  return names.map((name) => experimentOf({ table, all, kinds }, name));
}

type Armed = Pick<Sample, 'table' | 'kinds'> & { readonly all: Clusters };

type Arm = {
  readonly assigned: number;
  readonly triggered: number;
  readonly durable: Rate;
  readonly effort: Moments;
  readonly contact: Rate;
};

function experimentOf(sample: Armed, experiment: string): ExperimentFigures {
  const [treated, heldOut] = [armOf(sample, experiment, 'treated'), armOf(sample, experiment, 'held_out')];
  const both = <T>(of: (arm: Arm) => T) => ({ treated: of(treated), heldOut: of(heldOut) });
  return {
    experiment,
    assigned: both(({ assigned }) => assigned),
    triggered: both(({ triggered }) => triggered),
    durable: { ...both(({ durable }) => durable), difference: rateDifference(treated.durable, heldOut.durable) },
    effort: {
      ...both(({ effort }) => meanFrom(effort)),
      difference: meanDifference(treated.effort, heldOut.effort),
    },
    contact: { ...both(({ contact }) => contact), difference: rateDifference(treated.contact, heldOut.contact) },
  };
}

function armOf(armed: Armed, experiment: string, arm: string): Arm {
  const { table, all } = armed;
  const among = (holds: (place: Place) => boolean): Uint8Array =>
    Uint8Array.from(table.places(), (one) => (holds(one) ? 1 : 0));
  const summing: Summing = {
    ...{ ...table.columns(), rows: all.rows, lasting: Float64Array.from(armed.kinds, lasted) },
    isMeant: among(({ arms }) => arms.includes(`${experiment}=${arm}`)),
    ...{ one: new Float64Array(6), durable: startSums(), effort: startSums(), contact: startSums() },
  };
  let from = 0;
  for (let cluster = 1; cluster < all.starts.length; cluster++) {
    const end = all.starts[cluster] ?? 0;
    addCases(summing, from, end);
    from = end;
  }
  const contact = momentsIn(summing.contact);
  return {
    assigned: contact.n,
    triggered: countOf(
      summing,
      among(({ triggered }) => triggered.includes(experiment)),
    ),
    durable: rateOf(momentsIn(summing.durable)),
    effort: momentsIn(summing.effort),
    contact: rateOf(contact),
  };
}

/** @property isMeant 1 for places of the arm; @property lasting of each kind; @property one sum and size of each figure, of the customer in hand */
type Summing = Pick<Columns, 'place' | 'kind' | 'tenths' | 'turns'> & {
  readonly rows: Uint32Array;
  readonly isMeant: Uint8Array;
  readonly lasting: Float64Array;
  readonly one: Float64Array;
  readonly durable: Sums;
  readonly effort: Sums;
  readonly contact: Sums;
};

/** Those of one customer. Who did not have to write had no effort. */
function addCases(summing: Summing, from: number, end: number): void {
  const { rows, isMeant, place, turns } = summing;
  const own = summing.one.fill(0);
  for (let i = from; i < end; i++) {
    const row = rows[i] ?? 0;
    if (isMeant[place[row] ?? 0] !== 1) continue;
    addCase(summing, row, (turns[row] ?? 0) > 0);
  }
  addCustomer(summing.durable, own[0] ?? 0, own[1] ?? 0);
  addCustomer(summing.effort, own[2] ?? 0, own[3] ?? 0);
  addCustomer(summing.contact, own[4] ?? 0, own[5] ?? 0);
}

function addCase({ one: own, lasting, kind, tenths }: Summing, row: number, hasContact: boolean): void {
  const lasts = lasting[kind[row] ?? 0] ?? Number.NaN;
  const tenth = tenths[row] ?? -1;
  if (!Number.isNaN(lasts)) {
    own[0] = (own[0] ?? 0) + lasts;
    own[1] = (own[1] ?? 0) + 1;
  }
  if (tenth >= 0) own[2] = (own[2] ?? 0) + tenth / 10;
  if (tenth >= 0 || !hasContact) own[3] = (own[3] ?? 0) + 1;
  if (hasContact) own[4] = (own[4] ?? 0) + 1;
  own[5] = (own[5] ?? 0) + 1;
}

function countOf({ place, rows, isMeant }: Summing, isSo: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const number = place[rows[i] ?? 0] ?? 0;
    if (isMeant[number] === 1 && isSo[number] === 1) count++;
  }
  return count;
}

/** 1 or 0; `NaN` where it cannot be seen, or not yet. */
function lasted(kind: Kind): number {
  const isSeen = kind.state !== 'open' && kind.final && kind.reopened !== null;
  return isSeen ? Number(isDurable(kind)) : Number.NaN;
}

function rateDifference(a: Rate, b: Rate): Difference | null {
  if (a.kind !== 'rate' || b.kind !== 'rate') return null;
  const { value, low, high } = newcombe({ share: a.value, n: a.n }, { share: b.value, n: b.n });
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}
