import { createHmac } from 'node:crypto';
import { sameText } from '../../channels/contract/verify/jwt.ts';
import type { Instant } from '../../events/instant.ts';

/** Signed longer ago, or later than now by so much, a request was kept by somebody and sent again. */
const windowMs = 5 * 60_000;

/**
 * @property seconds when it was signed, as its header says; @property signed what was signed; @property marks signatures, of which one must fit
 */
export type Signed = {
  readonly seconds: string | undefined;
  readonly signed: string;
  readonly marks: readonly string[];
  readonly key: string | Buffer;
  readonly encoding: 'hex' | 'base64';
};

/** HMAC-SHA256, compared in a time that tells nothing. */
export function isSigned({ seconds = '', signed, marks, key, encoding }: Signed, now: Instant): boolean {
  if (!/^\d{1,12}$/.test(seconds) || Math.abs(now - Number(seconds) * 1000) > windowMs) return false;
  const right = createHmac('sha256', key).update(signed).digest(encoding);
  return marks.some((mark) => sameText(mark, right));
}
