/**
 * From facts to the journey: every contact of every customer, the bot's and the others'. Of each contact only a few values are kept.
 */
import type { Facts } from '../../measurement/facts.ts';
import { daysOf, meets, type Query } from '../report/query.ts';
import { meanOf, rateBy } from '../report/satisfaction/by-customer.ts';
import { consistencyOf } from './consistency-of.ts';
import { type ContactSeen, contactOf } from './contact.ts';
import type { Journey, StageFigures } from './journey.ts';
import { movesOf } from './moves-of.ts';
import { relationshipOf } from './relationship-of.ts';
import { touchpointsOf } from './touchpoints-of.ts';

export type JourneyBuilder = { add(facts: Facts): void; read(): Journey };

/** The same facts in any order give the same journey. */
export function createJourney(query: Query): JourneyBuilder {
  const isMeant = meets(query);
  let first = query.asOf;
  const contacts: ContactSeen[] = [];
  return {
    add(facts) {
      if (!isMeant(facts)) return;
      first = Math.min(first, facts.startedAt);
      const contact = contactOf(facts);
      if (contact) contacts.push(contact);
    },
    read() {
      const inOrder = contacts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      return {
        schema: 'journey/1',
        ...daysOf(query, first),
        ...{ zone: query.zone, asOf: new Date(query.asOf).toISOString(), filters: query.filters },
        ...touchpointsOf(inOrder),
        moves: movesOf(inOrder),
        stages: stagesOf(inOrder),
        consistency: consistencyOf(inOrder, query.zone),
        relationship: relationshipOf(inOrder, query.asOf),
      };
    },
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
