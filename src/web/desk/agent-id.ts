import { createHash } from 'node:crypto';

/** Who an agent is in events, which are kept for ever: a hash of their name, too short to be turned back. */
export function agentId(name: string): string {
  return createHash('sha256').update(`agent ${name}`).digest('base64url').slice(0, 12);
}
