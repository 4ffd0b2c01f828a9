/**
 * From cases to the journey: every contact of every customer, the bot's and the others'. Of each contact only a few values are kept.
 */
import { selectRows } from '../report/cases/select-rows.ts';
import { daysOf, type Query } from '../report/query.ts';
import { meanOf, rateBy } from '../report/satisfaction/by-customer.ts';
import { firstOf } from '../report/span-of.ts';
import type { TableView } from '../table/create-table.ts';
import { consistencyOf } from './consistency-of.ts';
import { type ContactSeen, contactsIn } from './contact.ts';
import type { Journey, StageFigures } from './journey.ts';
import { movesOf } from './moves-of.ts';
import { relationshipOf } from './relationship-of.ts';
import { touchpointsOf } from './touchpoints-of.ts';

/** The same cases in any order give the same journey. */
export function journeyOf(table: TableView, query: Query): Journey {
  const rows = selectRows(table, query, 'contacts');
  const contactAt = contactsIn(table);
  const contacts = Array.from(rows, contactAt).filter((contact) => contact !== undefined);
  const inOrder = contacts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    schema: 'journey/1',
    ...daysOf(query, firstOf(table, rows)),
    ...{ zone: query.zone, asOf: new Date(query.asOf).toISOString(), filters: query.filters },
    ...touchpointsOf(inOrder),
    moves: movesOf(inOrder),
    stages: stagesOf(inOrder),
    consistency: consistencyOf(inOrder, query.zone),
    relationship: relationshipOf(inOrder, query.asOf),
  };
}

/** Most cases first. */
function stagesOf(contacts: readonly ContactSeen[]): readonly StageFigures[] {
  const closed = contacts.flatMap(({ stage, customer, closed: end }) => (end ? [{ stage, customer, ...end }] : []));
  return [...Map.groupBy(closed, ({ stage }) => stage ?? 'none')]
    .map(([stage, cases]) => ({
      stage,
      cases: cases.length,
      resolved: rateBy(cases, ({ resolved }) => resolved),
      effort: meanOf(cases, ({ effort }) => effort),
    }))
    .toSorted((a, b) => b.cases - a.cases || (a.stage < b.stage ? -1 : 1));
}
