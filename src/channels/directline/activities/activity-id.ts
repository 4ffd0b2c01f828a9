/**
 * Ids of activities: `conversation|part`. The customer's part is made from the client's own id, so that a message sent twice is known; it is kept for
 * ever, and so it is a hash that says nothing of who sent it. The bot's is the event's sequence number in seven digits.
 */
import { hash } from 'node:crypto';

/** The id of what the bot said or did at `seq`. */
export function botActivityId(conversation: string, seq: number): string {
  return `${conversation}|${String(seq).padStart(7, '0')}`;
}

/**
 * The customer's part of an id, which serves as the channel's id of the message.
 *
 * @param clientId the client's `clientActivityID`
 */
export function customerPart(conversation: string, clientId: string): string {
  return hash('sha256', `${conversation}|${clientId}`, 'base64url').slice(0, 22);
}

/** The id of a customer's message. */
export function customerActivityId(conversation: string, part: string): string {
  return `${conversation}|${part}`;
}
