/**
 * What it costs to have to come back. Source: measurement §2, rows sitting, repeat_contact and channel_switch.
 */
import type { EventOf } from '../../events/event.ts';
import type { Context, Returning } from '../case/context.ts';
import { heardAgain } from '../case/fold-return.ts';
import type { Found } from './found.ts';

/**
 * The customer came back with the same issue. Where the next move was ours, that sitting is counted when they speak; a pause of their own is no burden;
 * where the bot had nothing for them and they went elsewhere with it, it is a change of channel.
 */
export function cameBack(context: Context, { channel }: EventOf<'case.linked'>['data']): Found | null {
  const { returning } = context;
  if (returning?.next !== "nobody's") return null;
  const isElsewhere = returning.channel !== channel;
  if (isElsewhere && context.redirects.followed < context.redirects.sent.length) return null;
  return { signal: isElsewhere && returning.missed ? 'channel_switch' : 'repeat_contact', at: returning.at };
}

/** The next move was ours, and the customer had to make it. Messages of one turn, and of one visit, count once. */
export function sitting(context: Context, event: EventOf<'customer.said'>): Found | null {
  const returning: Returning | null = heardAgain(context, event).returning;
  if (returning === null || returning === context.returning || returning.next !== 'ours') return null;
  return { signal: 'sitting', at: returning.at ?? context.person.handoff?.at ?? null };
}
