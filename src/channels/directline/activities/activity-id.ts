/**
 * Ids of activities: `conversation|part`. The customer's part is the client's own id where it has a plain one, so that a message sent twice is
 * known; the bot's is the event's sequence number in seven digits.
 */
import { createHash } from 'node:crypto';

/** The id of what the bot said or did at `seq`. */
export function botActivityId(conversation: string, seq: number): string {
  return `${conversation}|${String(seq).padStart(7, '0')}`;
}

/**
 * The customer's part of an id, which serves as the channel's id of the message.
 *
 * @param clientId the client's `clientActivityID`; hashed where it could not stand in an id or could be taken for a sequence number
 */
export function customerPart(clientId: string): string {
  return isPlain(clientId) ? clientId : hash(clientId);
}

/** The id of a customer's message. */
export function customerActivityId(conversation: string, part: string): string {
  return `${conversation}|${part}`;
}

function isPlain(clientId: string): boolean {
  return /^[\w.:-]{1,64}$/.test(clientId) && !/^\d{7,}$/.test(clientId);
}

function hash(clientId: string): string {
  return createHash('sha256').update(clientId).digest('base64url');
}
