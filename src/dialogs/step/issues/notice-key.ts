import { createHash } from 'node:crypto';

/** What tells one notice from another. It leads back to nothing that a business may have put into its key. */
export function noticeKey(topic: string, dedupeKey: string): string {
  return createHash('sha256').update(`${topic}\0${dedupeKey}`).digest('base64url').slice(0, 16);
}
