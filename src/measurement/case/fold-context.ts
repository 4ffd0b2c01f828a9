import type { Event, EventOf } from '../../events/event.ts';
import type { Context } from './context.ts';
import { foldDialogs } from './fold-dialogs.ts';
import { foldPerson } from './fold-person.ts';
import { foldReturn, goneAway, heardAgain } from './fold-return.ts';
import { foldTold } from './fold-told.ts';
import { foldWaiting } from './fold-waiting.ts';

/** Folds one event into what is known of its case. An event it does not care about leaves the context as it is. */
export function foldContext(context: Context, event: Event): Context {
  return touched(change(foldTold(context, event), event), event);
}

function change(context: Context, event: Event): Context {
  switch (event.type) {
    case 'conversation.started':
      return begun(context, event);
    case 'entry.named':
      return entered(context, event);
    case 'program.changed':
      return moved(context, event);
    case 'customer.said':
      return foldPerson(foldWaiting(spoke(heardAgain(context, event), event), event), event);
    case 'bot.said':
    case 'agent.said':
    case 'action.slow':
    case 'action.requested':
    case 'action.succeeded':
    case 'action.failed':
    case 'timer.set':
    case 'timer.cleared':
      return foldWaiting(context, event);
    case 'intent.recognised':
      return recognised(context, event.data.accepted);
    case 'message.observed':
      return { ...context, words: (context.words ?? 0) + event.data.words };
    case 'message.unmatched':
      return repaired(context);
    case 'question.asked':
      return foldDialogs(isRepeated(event) ? repaired(context) : context, event);
    case 'dialog.entered':
    case 'dialog.left':
    case 'question.closed':
      return foldDialogs(context, event);
    case 'human.requested':
    case 'handoff.requested':
    case 'handoff.unavailable':
    case 'handoff.queued':
    case 'handoff.lost':
    case 'handoff.left':
    case 'handoff.transferred':
      return foldPerson(context, event);
    case 'handoff.accepted':
      return foldWaiting(foldPerson(context, event), event);
    case 'conversation.ended':
      return isElsewhere(context, event)
        ? context
        : goneAway(foldPerson({ ...context, stack: [], open: null, acting: [] }, event), event);
    case 'case.silent':
      return isElsewhere(context, event) ? context : { ...goneAway(foldPerson(context, event), event), silent: true };
    case 'case.matured':
      return matured(context, event);
    case 'review.judged':
      return judged(context, event);
    case 'case.linked':
    case 'conversation.redirected':
    case 'promise.due':
    case 'promise.kept':
      return foldReturn(context, event);
    default:
      return context;
  }
}

/** Silence in one conversation says nothing while the customer goes on in another. */
function isElsewhere({ counted }: Context, { conversation }: Event): boolean {
  return counted !== null && counted.conversation !== conversation;
}

function matured(context: Context, event: EventOf<'case.matured'>): Context {
  const { draw = null } = event.data;
  const review = context.review.draw === null ? { ...context.review, draw } : context.review;
  return { ...context, review, matured: context.matured || !isElsewhere(context, event) };
}

/** Of each sample the last word counts. */
function judged(context: Context, { at, data: { sample, value } }: EventOf<'review.judged'>): Context {
  const others = context.review.judged.filter((one) => one.sample !== sample);
  return { ...context, review: { ...context.review, judged: [...others, { sample, value, at }] } };
}

function entered(context: Context, { data }: EventOf<'entry.named'>): Context {
  return context.origin ? { ...context, origin: { ...context.origin, ...data } } : context;
}

function moved(context: Context, { conversation, data: { to } }: EventOf<'program.changed'>): Context {
  const host = context.hosts[conversation];
  return host ? { ...context, hosts: { ...context.hosts, [conversation]: { ...host, version: to } } } : context;
}

/** Who took part, and where. */
function touched(context: Context, event: Event): Context {
  const joins = event.actor === 'agent' && context.person.joinedAt === null && event.type !== 'review.judged';
  const took = context.botTookPart || event.actor === 'bot';
  const known = context.conversations.includes(event.conversation);
  if (!joins && took === context.botTookPart && known) return context;
  const conversations = known ? context.conversations : [...context.conversations, event.conversation];
  const person = joins ? { ...context.person, joinedAt: event.at } : context.person;
  return { ...context, botTookPart: took, conversations, person };
}

/** The case stays where it began, whatever conversations go on with it. */
function begun(context: Context, { conversation, data }: EventOf<'conversation.started'>): Context {
  const { customer, channel, entryPoint, touchpoint, locale, program, identified = false, foreign = false } = data;
  return {
    ...context,
    origin: context.origin ?? { customer, channel, entryPoint, touchpoint, locale, version: program, foreign },
    hosts: { ...context.hosts, [conversation]: { channel, version: program } },
    identified: context.identified || identified,
  };
}

/** Messages taken together share a turn. Whoever speaks again has not left. */
function spoke(context: Context, { conversation, turn, at }: EventOf<'customer.said'>): Context {
  const same = context.counted?.conversation === conversation && context.counted.turn === turn;
  return {
    ...context,
    customerTurns: context.customerTurns + (same ? 0 : 1),
    counted: { conversation, turn },
    at,
    left: false,
    leftAt: null,
    silent: false,
    matured: false,
  };
}

function isRepeated({ data: { reason } }: EventOf<'question.asked'>): boolean {
  return reason === 'again' || reason === 'invalid';
}

function repaired(context: Context): Context {
  const { repairs, customerTurns } = context;
  if (repairs.last === customerTurns) return context;
  return { ...context, repairs: { last: customerTurns, before: repairs.last } };
}

function recognised(context: Context, accepted: string | null): Context {
  if (accepted === null || context.intents.includes(accepted)) return context;
  return { ...context, intents: [...context.intents, accepted] };
}
