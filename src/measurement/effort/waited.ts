import type { EventOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Context } from '../case/context.ts';
import type { Measures } from '../constants/measures.ts';
import type { Found } from './found.ts';

/**
 * The wait a reply ends: log₂(1 + excess seconds / 60) beyond the target, from the customer's first unanswered message. The target is the channel's, and
 * another one where a person answers. The notice that it takes a moment is no answer. Where an action finished in the meantime, the wait is its step's.
 *
 * @returns `null` when nobody waited, or not too long
 */
export function waited(measures: Measures, context: Context, event: EventOf<'bot.said' | 'agent.said'>): Found | null {
  const { waiting, hosts } = context;
  const { type, actor, at } = event;
  if (!waiting || (actor !== 'bot' && actor !== 'agent')) return null;
  if (waiting.toldSlow && type === 'bot.said') return null;
  const channel = hosts[event.conversation]?.channel ?? '';
  const target = actor === 'agent' ? measures.references.agentSeconds : targetSeconds(measures, channel);
  const count = excessOf(measures, (at - waiting.since) / 1000 - target);
  if (count === 0) return null;
  if (actor === 'agent' || type === 'agent.said')
    return { signal: 'wait', at: context.person.handoff?.at ?? null, count, owner: 'agent' };
  if (waiting.acted) return { signal: 'wait', at: waiting.acted.at, count, otherwise: 'backend' };
  return { signal: 'wait', at: event.data.at, count };
}

/**
 * A person takes over: the wait in the queue; and where they are not the first, and nobody said so before, that it was given on.
 */
export function tookOver(measures: Measures, context: Context, event: EventOf<'handoff.accepted'>): Found | null {
  const { agent, handoff, isTransferred } = context.person;
  if (agent !== null && agent !== event.data.agent && !isTransferred)
    return { signal: 'transfer', at: handoff?.at ?? null };
  return queued(measures, context, event.at);
}

/** The customer waited in the queue until now: beyond what they were told to expect, else beyond what is usual. */
export function queued(measures: Measures, { person }: Context, until: Instant): Found | null {
  if (person.queuedAt === null) return null;
  const target = person.promisedSeconds ?? measures.references.queueSeconds;
  const count = excessOf(measures, (until - person.queuedAt) / 1000 - target);
  return count > 0 ? { signal: 'wait', at: person.handoff?.at ?? null, count, owner: 'agent' } : null;
}

function excessOf({ references: { waitUnitSeconds } }: Measures, excess: number): number {
  return excess > 0 ? Math.log2(1 + excess / waitUnitSeconds) : 0;
}

function targetSeconds({ references: { waitSeconds } }: Measures, channel: string): number {
  return waitSeconds[channel] ?? waitSeconds.other;
}
