/**
 * Which burdens one event is, seen from what was known before it. Source: measurement §2, contracts §9.
 */
import type { Event, EventOf } from '../../events/event.ts';
import type { Context } from '../case/context.ts';
import { dialogOf } from '../case/fold-dialogs.ts';
import type { Measures } from '../constants/measures.ts';
import { cameBack, sitting } from './came-back.ts';
import { complete, type Found } from './found.ts';
import type { Burden } from './tally.ts';
import { queued, tookOver, waited } from './waited.ts';

/** @returns an empty list for most events */
export function findBurdens(measures: Measures, context: Context, event: Event): readonly Burden[] {
  const found = find(measures, context, event);
  if (found === null) return none;
  return [complete(measures, context, { found, turn: event.turn, conversation: event.conversation })];
}

const none: readonly Burden[] = [];

function find(measures: Measures, context: Context, event: Event): Found | null {
  switch (event.type) {
    case 'action.failed':
      return failed(context, event.data);
    case 'turn.stranded':
    case 'turn.halted':
      return { signal: 'bot_failure', at: event.data.at };
    case 'scope.refused':
      return { signal: 'bot_failure', at: event.data.at, owner: event.data.owner, otherwise: 'policy' };
    case 'message.unmatched':
      return { signal: 'no_match', at: event.data.at };
    case 'question.asked':
      return asked(context, event.data);
    case 'slot.refused':
      return refused(context, event.data);
    case 'slot.corrected':
    case 'confirmation.refused':
      return { signal: 'correction', at: event.data.at };
    case 'message.unclear':
      return { signal: 'unclear', at: event.data.at ?? context.lastSaid };
    case 'dialog.backtracked':
      return { signal: 'backtrack', at: event.data.at };
    case 'intent.recognised':
      return toldAgain(context, event.data.keys ?? []);
    case 'case.linked':
      return cameBack(context, event.data);
    case 'customer.said':
      return sitting(context, event);
    case 'handoff.accepted':
      return tookOver(measures, context, event);
    case 'handoff.transferred':
      return context.person.agent === null ? null : { signal: 'transfer', at: context.person.handoff?.at ?? null };
    case 'message.rephrased':
      return rephrased(measures, context, event.data.probability);
    case 'step.revisited':
      return { signal: 'loop', at: event.data.at };
    case 'dialog.entered':
      return restarted(context, event.data);
    case 'handoff.requested':
      return { signal: 'escalation', at: event.data.at };
    case 'handoff.unavailable':
      return { signal: 'no_human', at: context.person.handoff?.at ?? null };
    case 'handoff.left':
      return queued(measures, context, event.at);
    case 'bot.said':
    case 'agent.said':
      return waited(measures, context, event);
    default:
      return null;
  }
}

/** Asking the system of record about a goal goes on beside the conversation: its failure burdens nobody. */
function failed(context: Context, { request, at }: EventOf<'action.failed'>['data']): Found | null {
  if (context.verifying.includes(request)) return null;
  return { signal: 'bot_failure', at, otherwise: 'backend' };
}

function asked(context: Context, { at, reason, slot }: EventOf<'question.asked'>['data']): Found | null {
  if (reason === 'again' || reason === 'invalid') return { signal: 'reprompt', at };
  if (reason === 'first' && context.told.again.includes(`slot ${slot}`)) return { signal: 'told_again', at };
  const isStep = reason === 'first' && (dialogOf(context, at.dialog)?.authenticates ?? false);
  const steps = context.dialogs.reduce((sum, { authenticates, questions }) => sum + (authenticates ? questions : 0), 0);
  return isStep && steps > 0 ? { signal: 'auth', at } : null;
}

/** A value the case holds is heard again, after a person took over or on another channel. */
function toldAgain({ told, lastSaid }: Context, keys: readonly string[]): Found | null {
  return keys.some((key) => told.again.includes(key)) ? { signal: 'told_again', at: lastSaid } : null;
}

/** A failed attempt to prove who one is counts as two steps. */
function refused(context: Context, { at, dialog, reason }: EventOf<'slot.refused'>['data']): Found | null {
  if (reason !== 'invalid' || !dialogOf(context, dialog)?.authenticates) return null;
  return { signal: 'auth', at, count: 2 };
}

/** Saying it again directly after a no-match or a reprompt is what the bot asked for: that burden is counted already. */
function rephrased(measures: Measures, context: Context, probability: number): Found | null {
  const { lastSaid, repairs, customerTurns } = context;
  const before = repairs.last < customerTurns ? repairs.last : repairs.before;
  if (before > 0 && before === customerTurns - 1) return null;
  const count = isProven(measures, context) ? probability : 0;
  return { signal: 'rephrase', at: lastSaid, count, probable: true };
}

/** The detector is known to be right often enough in the customer's language. */
function isProven({ references: { rephrase } }: Measures, { origin }: Context): boolean {
  const language = origin?.locale.split('-')[0]?.toLowerCase() ?? '';
  return (rephrase.precision[language] ?? 0) >= rephrase.least;
}

function restarted(context: Context, { dialog, by, file, line }: EventOf<'dialog.entered'>['data']): Found | null {
  const left = dialogOf(context, dialog)?.left;
  if (by !== 'intent' || (left !== 'cancelled' && left !== 'failed')) return null;
  return { signal: 'restart', at: { dialog, step: '', file, line } };
}
