/**
 * Keeps what the customer has told, and what of it they must not be made to tell again: a person who takes over, or another channel, should know it.
 */
import type { Event } from '../../events/event.ts';
import type { Context, Told } from './context.ts';

/** A case that holds more values than this forgets the oldest. */
const mostHeld = 50;

export function foldTold(context: Context, event: Event): Context {
  const told = change(context, event);
  return told === context.told ? context : { ...context, told };
}

function change(context: Context, event: Event): Told {
  const { told } = context;
  switch (event.type) {
    case 'slot.filled':
      return isTold(event.data.from) ? held(told, [`slot ${event.data.slot}`]) : told;
    case 'intent.recognised':
      return heard(told, event.data.keys ?? []);
    case 'question.asked':
      return event.data.slot === null ? told : without(told, [`slot ${event.data.slot}`]);
    case 'handoff.accepted':
      return marked(told);
    case 'customer.said':
      return isOnOtherChannel(context, event.conversation) ? marked(told) : told;
    default:
      return told;
  }
}

/** Whether a value comes from the customer, and not from what is known. */
function isTold(from: string): boolean {
  return from === 'answer' || from === 'message' || from === 'corrected';
}

function heard(told: Told, keys: readonly string[]): Told {
  return keys.length === 0 ? told : held(without(told, keys), keys);
}

function held(told: Told, names: readonly string[]): Told {
  const fresh = names.filter((name) => !told.held.includes(name));
  return fresh.length === 0 ? told : { ...told, held: [...told.held, ...fresh].slice(-mostHeld) };
}

/** Each value is told again once. */
function without(told: Told, names: readonly string[]): Told {
  if (!names.some((name) => told.again.includes(name))) return told;
  return { ...told, again: told.again.filter((name) => !names.includes(name)) };
}

function marked(told: Told): Told {
  return told.held.length === 0 ? told : { ...told, again: told.held };
}

function isOnOtherChannel({ counted, hosts }: Context, conversation: string): boolean {
  if (counted === null || counted.conversation === conversation) return false;
  return hosts[counted.conversation]?.channel !== hosts[conversation]?.channel;
}
