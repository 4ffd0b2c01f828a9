/**
 * What each burden at each step costs, gathered case by case. Access to a person is left out: the failures and waits that lead there are listed instead.
 */
import type { Measures } from '../../../measurement/constants/measures.ts';
import { contributions } from '../../../measurement/effort/contribution.ts';
import type { Tally } from '../../../measurement/effort/tally.ts';
import type { Facts } from '../../../measurement/facts.ts';
import { type Column, createColumn } from './column.ts';
import { type Heaviest, heavier } from './heaviest.ts';
import type { BurdenGroup } from './sample.ts';

/** `customers` of `read` gives the columns of customers their final numbers. */
export type Burdens = {
  add(customer: number, facts: Facts): void;
  read(placed: (customers: Column) => Float64Array): readonly BurdenGroup[];
};

type Group = {
  readonly tally: Tally;
  readonly customers: Column;
  readonly millionths: Column;
  total: number;
  heaviest: Heaviest;
};

export function createBurdens(measures: Measures): Burdens {
  const groups = new Map<string, Group>();
  return {
    add(customer, facts) {
      for (const { tally, effort } of contributions(measures, facts.burdens)) {
        if (measures.effort.notToRemove.includes(tally.signal)) continue;
        const group = groupOf(groups, tally);
        const millionths = Math.round(1e6 * effort);
        group.customers.push(customer);
        group.millionths.push(millionths);
        group.total += millionths;
        group.heaviest = heavier(group.heaviest, { conversation: facts.conversation, value: millionths });
      }
    },
    read: (placed) =>
      [...groups]
        .toSorted(([a, left], [b, right]) => right.total - left.total || (a < b ? -1 : 1))
        .map(([, { tally, customers, millionths, heaviest }]) => ({
          tally,
          costs: { customers: placed(customers), values: millionths.values() },
          conversations: heaviest.map(({ conversation }) => conversation),
        })),
  };
}

function groupOf(groups: Map<string, Group>, tally: Tally): Group {
  const key = keyOf(tally);
  const known = groups.get(key);
  if (known) return known;
  const fresh: Group = { tally, customers: createColumn(), millionths: createColumn(), total: 0, heaviest: [] };
  groups.set(key, fresh);
  return fresh;
}

function keyOf({ signal, owner, step }: Tally): string {
  return JSON.stringify([signal, owner, step && [step.file, step.line, step.dialog, step.step, step.version]]);
}
