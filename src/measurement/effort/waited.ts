import type { EventOf } from '../../events/event.ts';
import type { Context } from '../case/context.ts';
import type { Measures } from '../constants/measures.ts';
import type { Found } from './found.ts';

/**
 * The wait a reply ends: log₂(1 + excess seconds / 60) beyond the target, from the customer's first unanswered message. The target is the channel's, and
 * another one where a person answers. The notice that it takes a moment is no answer. Where an action finished in the meantime, the wait is its step's.
 *
 * @returns `null` when nobody waited, or not too long
 */
export function waited(measures: Measures, context: Context, event: EventOf<'bot.said'>): Found | null {
  const { waiting, hosts } = context;
  const { actor, at, data } = event;
  if (!waiting || waiting.toldSlow || (actor !== 'bot' && actor !== 'agent')) return null;
  const channel = hosts[event.conversation]?.channel ?? '';
  const target = actor === 'agent' ? measures.references.agentSeconds : targetSeconds(measures, channel);
  const count = excessOf(measures, (at - waiting.since) / 1000 - target);
  if (count === 0) return null;
  if (actor === 'agent') return { signal: 'wait', at: context.person.handoff?.at ?? null, count, owner: 'agent' };
  if (waiting.acted) return { signal: 'wait', at: waiting.acted.at, count, otherwise: 'backend' };
  return { signal: 'wait', at: data.at, count };
}

/**
 * A person takes over: the wait in the queue, beyond what is usual; and where they are not the first, and nobody said so before, that it was given on.
 */
export function tookOver(
  measures: Measures,
  { person }: Context,
  { at, data: { agent } }: EventOf<'handoff.accepted'>,
): Found | null {
  const place = person.handoff?.at ?? null;
  if (person.agent !== null && person.agent !== agent && !person.isTransferred)
    return { signal: 'transfer', at: place };
  if (person.queuedAt === null) return null;
  const count = excessOf(measures, (at - person.queuedAt) / 1000 - measures.references.queueSeconds);
  return count > 0 ? { signal: 'wait', at: place, count, owner: 'agent' } : null;
}

function excessOf({ references: { waitUnitSeconds } }: Measures, excess: number): number {
  return excess > 0 ? Math.log2(1 + excess / waitUnitSeconds) : 0;
}

function targetSeconds({ references: { waitSeconds } }: Measures, channel: string): number {
  return waitSeconds[channel] ?? waitSeconds.other;
}
