import type { EventOf } from '../../events/event.ts';
import type { Context } from '../case/context.ts';
import type { Measures } from '../constants/measures.ts';
import type { Found } from './found.ts';

/**
 * The wait a reply ends: log₂(1 + excess seconds / 60) beyond the channel's target, from the customer's first unanswered message.
 * The notice that it takes a moment is no answer. Where an action finished in the meantime, the wait is its step's.
 *
 * @returns `null` when nobody waited, or not too long
 */
export function waited(measures: Measures, context: Context, { at, data, actor }: EventOf<'bot.said'>): Found | null {
  const { waiting } = context;
  if (!waiting || waiting.toldSlow || actor !== 'bot') return null;
  const excess = (at - waiting.since) / 1000 - targetSeconds(measures, context.origin?.channel ?? '');
  if (excess <= 0) return null;
  const count = Math.log2(1 + excess / measures.references.waitUnitSeconds);
  if (waiting.acted) return { signal: 'wait', at: waiting.acted.at, count, otherwise: 'backend' };
  return { signal: 'wait', at: data.at, count };
}

function targetSeconds({ references: { waitSeconds } }: Measures, channel: string): number {
  return waitSeconds[channel] ?? waitSeconds.other;
}
