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
        handoff: { by: event.data.by, at: event.data.at, team: event.data.team },
        queuedAt: person.queuedAt ?? event.at,
        firstServed: person.firstServed ?? isFirstOpen(person),
      };
    case 'handoff.queued':
      return { ...person, promisedSeconds: person.promisedSeconds ?? event.data.waitSeconds };
    case 'handoff.lost':
      return { ...person, queuedAt: event.at, promisedSeconds: null };
    case 'handoff.left':
    case 'handoff.unavailable':
      return { ...person, queuedAt: null, promisedSeconds: null };
    case 'handoff.accepted':
      return {
        ...person,
        queuedAt: null,
        promisedSeconds: null,
        agent: event.data.agent,
        isTransferred: false,
        joinedAt: person.joinedAt ?? event.at,
      };
    case 'handoff.transferred':
      return { ...person, isTransferred: true, queuedAt: event.at, promisedSeconds: null };
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
  const asks = withAsk(person.asks, { turn: event.turn, step: lastSaid, count: 1 });
  if (person.firstAsk !== null) return { ...person, asks };
  return { ...person, asks, firstAsk: customerTurns, askedAt: event.at };
}

/** More wishes than these are counted with the last. */
const mostAsks = 12;

function withAsk(asks: Person['asks'], ask: Person['asks'][number]): Person['asks'] {
  const last = asks.at(-1);
  return last && asks.length >= mostAsks ? asks.with(-1, { ...last, count: last.count + 1 }) : [...asks, ask];
}

function isFirstOpen(person: Person): boolean | null {
  return person.firstAsk === null ? null : true;
}

/** The first wish counts as served within one turn or never: what follows later does not undo it. */
function lapsed(person: Person, turn: number): Person {
  const late = person.firstAsk !== null && person.firstServed === null && turn > person.firstAsk;
  return late ? { ...person, firstServed: false } : person;
}
