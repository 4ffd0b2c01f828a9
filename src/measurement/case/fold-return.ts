/**
 * Keeps whether the customer had to come back: how things stood when they spoke again, and, once it is known, that it is about the same.
 */
import type { Event, EventOf } from '../../events/event.ts';
import type { Context, Returning } from './context.ts';

/** A break in which nothing happens, after which speaking again is another sitting. */
const sittingMs = 30 * 60_000;
const mostRedirects = 12;

/** What the customer said last, and the conversation, are those of before the event. */
export function heardAgain(context: Context, event: EventOf<'customer.said'>): Context {
  const { counted } = context;
  if (counted === null) return context;
  const isElsewhere = counted.conversation !== event.conversation;
  const wasAway = context.left || isElsewhere || event.at - context.at >= sittingMs;
  if (!wasAway) return context;
  // until it is known what they came back with, what was all said stays so
  const isKept = context.returning?.next === "nobody's";
  const returning = isKept ? context.returning : standing(context, counted.conversation);
  if (!isElsewhere) return { ...context, returning };
  return { ...context, returning, stack: [], open: null, acting: [], waiting: null };
}

function standing(context: Context, conversation: string): Returning {
  const { repairs, customerTurns, lastSaid, hosts } = context;
  return {
    next: nextMove(context),
    channel: hosts[conversation]?.channel ?? '',
    missed: repairs.last === customerTurns,
    at: lastSaid,
  };
}

function nextMove({ waiting, person, overdue, open, left }: Context): Returning['next'] {
  if (waiting !== null || person.queuedAt !== null || overdue.length > 0) return 'ours';
  return open !== null && !left ? 'theirs' : "nobody's";
}

export function goneAway(context: Context, { at }: Event): Context {
  return { ...context, left: true, leftAt: at };
}

type ReturnEvent = EventOf<'case.linked' | 'conversation.redirected' | 'promise.due' | 'promise.kept'>;

/** Whether the customer came back with it is decided: they did. */
export function foldReturn(context: Context, event: ReturnEvent): Context {
  switch (event.type) {
    case 'case.linked':
      return linked(context, event);
    case 'conversation.redirected': {
      const sent = [...context.redirects.sent, { turn: event.turn, step: event.data.at }].slice(0, mostRedirects);
      return { ...context, redirects: { ...context.redirects, sent } };
    }
    case 'promise.due':
      return { ...context, overdue: [...context.overdue, event.data.promise] };
    case 'promise.kept':
      return { ...context, overdue: context.overdue.filter((promise) => promise !== event.data.promise) };
  }
}

/** A pause of the customer's own reopens nothing. */
function linked(context: Context, { data: { channel } }: EventOf<'case.linked'>): Context {
  const { returning, redirects } = context;
  if (!returning) return context;
  const { sent, followed } = redirects;
  const goesThere = returning.channel !== channel && followed < sent.length;
  return {
    ...context,
    returning: null,
    returns: context.returns + 1,
    reopened: context.reopened || returning.next !== 'theirs',
    redirects: goesThere ? { sent, followed: followed + 1 } : redirects,
  };
}
