import { TouchpointError } from '../../errors/touchpoint-error.ts';

/**
 * The error for a commit whose conversation is at the right version, but whose events end elsewhere: no conflict that a retry mends.
 *
 * @param seq the event the commit follows on
 * @param last the last event stored
 */
export function outOfOrder(conversation: string, seq: number, last: number): TouchpointError {
  return new TouchpointError(
    'STORE_FAILED',
    `event ${seq + 1} of conversation '${conversation}' does not follow event ${last}, its last`,
    { fix: 'number the events of a commit from the last stored event on, without gaps' },
  );
}
