/**
 * Gathers cases, one after the other, into what figures are computed from: a few numbers of each. The cases themselves are not kept.
 */
import type { Measures } from '../../../measurement/constants/measures.ts';
import type { Facts } from '../../../measurement/facts.ts';
import { gatherExperience } from '../satisfaction/gather-experience.ts';
import { type Column, createColumn } from './column.ts';
import { createBurdens } from './create-burdens.ts';
import { createNumbering } from './create-numbering.ts';
import type { Kind } from './kind.ts';
import { clusterOf, type Sample } from './sample.ts';

/** `kind` is that of the facts. */
export type Gathering = { add(facts: Facts, kind: Kind): void; read(): Sample };

type Pairs = { readonly customers: Column; readonly values: Column };

export function gather(measures: Measures): Gathering {
  const customers = createNumbering();
  const kinds = createKinds();
  const cases = { customers: createColumn(), kinds: createColumn(), tenths: createColumn() };
  const waits: Pairs = { customers: createColumn(), values: createColumn() };
  const burdens = createBurdens(measures);
  const experience = gatherExperience();

  return {
    add(facts, one) {
      const kind = kinds.add(one);
      experience.arm(facts);
      if (!facts.engaged) return;
      const customer = customers.of(clusterOf(facts));
      cases.customers.push(customer);
      cases.kinds.push(kind);
      cases.tenths.push(facts.effort === null ? Number.NaN : Math.round(10 * facts.effort.value));
      addTo(waits, customer, facts.person.secondsToPerson);
      burdens.add(customer, facts);
      experience.add(facts);
    },
    read() {
      const places = customers.places();
      const placed = (column: Column): Float64Array => column.values().map((number) => places[number] ?? 0);
      return {
        ...kinds.read(),
        clusters: places.length,
        customers: placed(cases.customers),
        kindOf: cases.kinds.values(),
        tenths: cases.tenths.values(),
        waits: { customers: placed(waits.customers), values: waits.values.values() },
        burdens: burdens.read(placed),
        experience: experience.read(),
      };
    },
  };
}

function addTo({ customers, values }: Pairs, customer: number, value: number | null): void {
  if (value === null) return;
  customers.push(customer);
  values.push(value);
}

type Kinds = { add(kind: Kind): number; read(): Pick<Sample, 'kinds' | 'counts'> };

/** Each kind once, and how many cases are of it. */
function createKinds(): Kinds {
  const numbers = createNumbering();
  const kinds: Kind[] = [];
  const counts: number[] = [];
  return {
    add(kind) {
      const number = numbers.of(Object.values(kind).join());
      kinds[number] ??= kind;
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    },
    read: () => ({ kinds, counts }),
  };
}
