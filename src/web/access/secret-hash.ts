import { createHash } from 'node:crypto';

/** What is kept of a secret that was drawn at random (a token, a session's id): nobody can guess it, so one pass of SHA-256 is enough. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
