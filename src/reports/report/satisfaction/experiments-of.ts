/**
 * What acting unasked brings: customers who got what was offered against those who were held out, as they were assigned, whatever came of it (intention to
 * treat). Measurement §5 and §6.
 */
import type { Moments } from '../../../measurement/statistics/clustered-mean.ts';
import { newcombe } from '../../../measurement/statistics/comparisons/newcombe.ts';
import { type Rate, rateOf, rounded } from '../../../measurement/statistics/rate.ts';
import type { Place } from '../../table/terms.ts';
import { byCustomer, type Clusters, filtered } from '../cases/by-customer.ts';
import type { Kind } from '../cases/kind.ts';
import { momentsOver } from '../cases/moments-over.ts';
import type { Sample } from '../cases/sample.ts';
import { isDurable } from '../figures/is-durable.ts';
import type { Difference, ExperimentFigures } from '../report.ts';
import { meanDifference, meanFrom } from './by-customer.ts';

/** In order of names; only experiments in which somebody was assigned. */
export function experimentsOf(sample: Sample): readonly ExperimentFigures[] {
  const { table, rows } = sample;
  const { place } = table.columns();
  const isArmed = Uint8Array.from(table.places(), ({ arms }) => (arms.length > 0 ? 1 : 0));
  const armed = rows.filter((row) => isArmed[place[row] ?? 0] === 1);
  const present = new Set(armed.map((row) => place[row] ?? 0));
  const arms = [...present].flatMap((number) => table.places()[number]?.arms ?? []);
  const names = new Set(arms.map((arm) => arm.slice(0, arm.lastIndexOf('='))));
  return [...names].toSorted().map((name) => experimentOf({ ...sample, armed: byCustomer(table, armed) }, name));
}

type Armed = Pick<Sample, 'table' | 'kinds'> & { readonly armed: Clusters };

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

function armOf({ table, armed, kinds }: Armed, experiment: string, arm: string): Arm {
  const { place, kind, tenths, turns } = table.columns();
  const own = filtered(
    armed,
    rowsOf(table.places(), place, ({ arms }) => arms.includes(`${experiment}=${arm}`)),
  );
  const hasTriggered = rowsOf(table.places(), place, ({ triggered }) => triggered.includes(experiment));
  const lasting = Float64Array.from(kinds, lasted);
  const hasContact = (row: number): boolean => (turns[row] ?? 0) > 0;
  return {
    assigned: own.rows.length,
    triggered: own.rows.filter(hasTriggered).length,
    durable: rateOf(momentsOver(own, (row) => lasting[kind[row] ?? 0] ?? Number.NaN)),
    // whoever did not have to write had no effort
    effort: momentsOver(own, (row) => {
      const effort = tenths[row] ?? -1;
      return effort >= 0 ? effort / 10 : hasContact(row) ? Number.NaN : 0;
    }),
    contact: rateOf(momentsOver(own, (row) => Number(hasContact(row)))),
  };
}

function rowsOf(
  places: readonly Place[],
  place: Uint32Array,
  holds: (place: Place) => boolean,
): (row: number) => boolean {
  const isSo = places.map(holds);
  return (row) => isSo[place[row] ?? 0] === true;
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
