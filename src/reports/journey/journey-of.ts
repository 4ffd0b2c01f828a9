/**
 * From cases to the journey: every contact of every customer, the bot's and the others'. Each figure is a pass over columns: decision 068.
 */
import { rateOf } from '../../measurement/statistics/rate.ts';
import { selectRows } from '../report/cases/select-rows.ts';
import { daysOf, type Query } from '../report/query.ts';
import { meanFrom } from '../report/satisfaction/by-customer.ts';
import { firstOf } from '../report/span-of.ts';
import type { TableView } from '../table/create-table.ts';
import { consistencyOf } from './consistency-of.ts';
import { settledKinds } from './contact.ts';
import { type Contacts, contactsOf, walk } from './contacts-of.ts';
import { createSums, inPoints } from './create-sums.ts';
import type { Journey, StageFigures } from './journey.ts';
import { labelsOf } from './labels.ts';
import { movesOf } from './moves-of.ts';
import { relationshipOf } from './relationship-of.ts';
import { touchpointsOf } from './touchpoints-of.ts';

/** The same cases in any order give the same journey. */
export function journeyOf(table: TableView, query: Query): Journey {
  const rows = selectRows(table, query, 'contacts');
  const contacts = contactsOf(table, rows);
  return {
    schema: 'journey/1',
    ...daysOf(query, firstOf(table, rows)),
    ...{ zone: query.zone, asOf: new Date(query.asOf).toISOString(), filters: query.filters },
    ...touchpointsOf(contacts),
    moves: movesOf(contacts),
    stages: stagesOf(contacts),
    consistency: consistencyOf(contacts, query.zone),
    relationship: relationshipOf(contacts, query.asOf),
  };
}

/** Most cases first. */
function stagesOf(contacts: Contacts): readonly StageFigures[] {
  const { place, kind, tenths } = contacts.table.columns();
  const { names, of } = labelsOf(contacts.table, ({ stage }) => stage ?? 'none');
  const settled = settledKinds(contacts.table.kinds());
  const [resolved, effort] = [createSums(names.length + 1), createSums(names.length + 1)];
  const add = (row: number): void => {
    const how = settled[kind[row] ?? 0] ?? 0;
    if (how === 0 || (tenths[row] ?? -1) < 0) return;
    const stage = of[place[row] ?? 0] ?? 0;
    resolved.add(stage, how - 1, 1);
    effort.add(stage, tenths[row] ?? 0, 1);
  };
  walk(contacts, add, () => {
    resolved.next();
    effort.next();
  });
  return names
    .map((stage, index) => ({
      stage,
      cases: resolved.moments(index + 1).n,
      resolved: rateOf(resolved.moments(index + 1)),
      effort: meanFrom(inPoints(effort.moments(index + 1))),
    }))
    .filter(({ cases }) => cases > 0)
    .toSorted((a, b) => b.cases - a.cases || (a.stage < b.stage ? -1 : 1));
}
