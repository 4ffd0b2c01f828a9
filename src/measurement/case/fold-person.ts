import type { Event, EventOf } from '../../events/event.ts';
import type { Context, Person } from './context.ts';

/** Keeps the customer's way to a person: asked when, served or not, joined or not. */
export function foldPerson(context: Context, event: Event): Context {
  const person = change(context, event);
  return person === context.person ? context : { ...context, person };
}

function change(context: Context, event: Event): Person {
  const { person } = context;
  switch (event.type) {
    case 'human.requested':
      return asked(context, event);
    case 'handoff.requested':
      return {
        ...person,
        handoff: { by: event.data.by, at: event.data.at },
        firstServed: person.firstServed ?? isFirstOpen(person),
      };
    case 'customer.said':
      return lapsed(person, context.customerTurns - 1);
    case 'case.silent':
    case 'conversation.ended':
      return lapsed(person, Number.POSITIVE_INFINITY);
    default:
      return person;
  }
}

function asked({ person, customerTurns, lastSaid }: Context, event: EventOf<'human.requested'>): Person {
  const asks = [...person.asks, { turn: event.turn, step: lastSaid }];
  if (person.firstAsk !== null) return { ...person, asks };
  return { ...person, asks, firstAsk: customerTurns, askedAt: event.at };
}

function isFirstOpen(person: Person): boolean | null {
  return person.firstAsk === null ? null : true;
}

/** The first wish counts as served within one turn or never: what follows later does not undo it. */
function lapsed(person: Person, turn: number): Person {
  const late = person.firstAsk !== null && person.firstServed === null && turn > person.firstAsk;
  return late ? { ...person, firstServed: false } : person;
}
