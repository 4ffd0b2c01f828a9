/**
 * A code that says who somebody is, short enough for the link that opens a messenger (64 letters in Telegram): when it ends, a mark (HMAC-SHA256, its
 * first 96 bits) and the business's own name of the customer. Whoever comes with it is the customer who carries the same name in a `userToken`.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../../events/instant.ts';

const markBytes = 12;
const endBytes = 4;
const purpose = 'touchpoint link';

/** Longest name of a customer, in bytes of UTF-8, for which the code has 64 letters at most. */
export const longestSub = 32;

/** @param end from when on it is not taken any more */
export function signLinkCode(sub: string, end: Instant, secret: string): string {
  const claims = Buffer.concat([secondsOf(end), Buffer.from(sub)]);
  return Buffer.concat([markOf(claims, secret), claims]).toString('base64url');
}

/** @returns the customer's name with the business; `undefined` for a code that is forged, too old or none */
export function readLinkCode(code: string, now: Instant, secret: string): string | undefined {
  if (!/^[\w-]{23,64}$/.test(code)) return undefined;
  const bytes = Buffer.from(code, 'base64url');
  const claims = bytes.subarray(markBytes);
  if (claims.length <= endBytes || !timingSafeEqual(bytes.subarray(0, markBytes), markOf(claims, secret)))
    return undefined;
  return now < claims.readUInt32BE(0) * 1000 ? claims.subarray(endBytes).toString() : undefined;
}

function secondsOf(end: Instant): Buffer {
  const bytes = Buffer.alloc(endBytes);
  bytes.writeUInt32BE(Math.floor(end / 1000));
  return bytes;
}

function markOf(claims: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(purpose).update(claims).digest().subarray(0, markBytes);
}
