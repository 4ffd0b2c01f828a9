import type { Event, EventOf } from '../../events/event.ts';
import type { Context } from './context.ts';
import { foldDialogs } from './fold-dialogs.ts';
import { foldPerson } from './fold-person.ts';
import { foldWaiting } from './fold-waiting.ts';

/** Folds one event into what is known of its case. An event it does not care about leaves the context as it is. */
export function foldContext(context: Context, event: Event): Context {
  return touched(change(context, event), event);
}

function change(context: Context, event: Event): Context {
  switch (event.type) {
    case 'conversation.started':
      return begun(context, event);
    case 'entry.named':
      return entered(context, event);
    case 'customer.said':
      return foldPerson(foldWaiting(spoke(context, event), event), event);
    case 'bot.said':
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
      return foldPerson(context, event);
    case 'conversation.ended':
      return foldPerson({ ...context, left: true, stack: [], open: null, acting: [] }, event);
    case 'case.silent':
      return foldPerson({ ...context, left: true, silent: true }, event);
    case 'case.matured':
      return { ...context, matured: true };
    case 'promise.made':
      return { ...context, promises: context.promises + 1 };
    default:
      return context;
  }
}

function entered(context: Context, { data }: EventOf<'entry.named'>): Context {
  return context.origin ? { ...context, origin: { ...context.origin, ...data } } : context;
}

/** Who took part, and where. */
function touched(context: Context, event: Event): Context {
  const joins = event.actor === 'agent' && context.person.joinedAt === null;
  const took = context.botTookPart || event.actor === 'bot';
  const known = context.conversations.includes(event.conversation);
  if (!joins && took === context.botTookPart && known) return context;
  const conversations = known ? context.conversations : [...context.conversations, event.conversation];
  const person = joins ? { ...context.person, joinedAt: event.at } : context.person;
  return { ...context, botTookPart: took, conversations, person };
}

function begun(context: Context, { data }: EventOf<'conversation.started'>): Context {
  const { customer, channel, entryPoint, touchpoint, locale, program, foreign = false } = data;
  const origin = { customer, channel, entryPoint, touchpoint, locale, version: program, foreign };
  return { ...context, origin };
}

/** Messages taken together share a turn. Whoever speaks again has not left. */
function spoke(context: Context, { conversation, turn }: EventOf<'customer.said'>): Context {
  const same = context.counted?.conversation === conversation && context.counted.turn === turn;
  return {
    ...context,
    customerTurns: context.customerTurns + (same ? 0 : 1),
    counted: { conversation, turn },
    left: false,
    silent: false,
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
