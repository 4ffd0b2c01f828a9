import type { EventOf } from '../../events/event.ts';
import type { Context } from './context.ts';

type WaitingEvent = EventOf<
  | 'customer.said'
  | 'bot.said'
  | 'agent.said'
  | 'handoff.accepted'
  | 'action.slow'
  | 'action.requested'
  | 'action.succeeded'
  | 'action.failed'
  | 'timer.set'
  | 'timer.cleared'
>;

/** Keeps who waits for what: the customer for an answer, the bot for an action, the outcome for the system of record. */
export function foldWaiting(context: Context, event: WaitingEvent): Context {
  switch (event.type) {
    case 'customer.said':
      return context.waiting ? context : { ...context, waiting: { since: event.at, toldSlow: false, acted: null } };
    case 'bot.said':
      return said(context, event);
    case 'agent.said':
      return { ...context, at: event.at, waiting: null };
    case 'handoff.accepted':
      // what they waited until now, they waited in the queue
      return context.waiting ? { ...context, waiting: { ...context.waiting, since: event.at } } : context;
    case 'action.slow':
      return context.waiting ? { ...context, waiting: { ...context.waiting, toldSlow: true } } : context;
    case 'action.requested':
      return requested(context, event.data);
    case 'action.succeeded':
    case 'action.failed':
      return finished(context, event.data.request);
    case 'timer.set':
      if (event.data.kind !== 'goal.verify') return context;
      return { ...context, verifying: [...context.verifying, event.data.timer] };
    case 'timer.cleared':
      return without(context, event.data.timer);
  }
}

function said(context: Context, { at: time, data: { at, smallTalk } }: EventOf<'bot.said'>): Context {
  if (context.waiting?.toldSlow) return { ...context, at: time, waiting: { ...context.waiting, toldSlow: false } };
  const next = { ...context, at: time, waiting: null, lastSaid: at };
  if (at?.dialog !== shortAnswers || smallTalk || context.answered.includes(at.step)) return next;
  return { ...next, answered: [...context.answered, at.step] };
}

/** Short answers that need no dialog name this in its place, and their intent as the step. */
const shortAnswers = 'answers';

function requested(context: Context, { request, at, purpose }: EventOf<'action.requested'>['data']): Context {
  if (purpose === 'verify') return { ...context, verifying: [...context.verifying, request] };
  return { ...context, acting: [...context.acting, { request, at }] };
}

function finished(context: Context, request: string): Context {
  const acted = context.acting.find((one) => one.request === request);
  if (!acted) return without(context, request);
  const acting = context.acting.filter((one) => one !== acted);
  return { ...context, acting, waiting: context.waiting && { ...context.waiting, acted } };
}

function without(context: Context, id: string): Context {
  if (!context.verifying.includes(id)) return context;
  return { ...context, verifying: context.verifying.filter((one) => one !== id) };
}
