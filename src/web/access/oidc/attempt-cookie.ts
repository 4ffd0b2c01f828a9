/**
 * What the browser carries while somebody is at the provider: in a cookie and not in the process, so that another process may take the one who comes back.
 * Lax, for they come back from another site.
 */
import { z } from 'zod';
import type { Instant } from '../../../events/instant.ts';
import type { Attempt } from './open-id.ts';

const cookieName = 'touchpoint_oidc';
const attemptMs = 600_000;
const shape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

/** @returns the value of the Set-Cookie header; @param path of the addresses it is sent to */
export function attemptCookie(
  attempt: Attempt,
  { now, path, isSecure }: { readonly now: Instant; readonly path: string; readonly isSecure: boolean },
): string {
  const value = Buffer.from(JSON.stringify({ ...attempt, until: now + attemptMs })).toString('base64url');
  return `${cookieName}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${attemptMs / 1000}${isSecure ? '; Secure' : ''}`;
}

/** @returns `undefined` where there is none, or it has lasted too long */
export function readAttempt(cookies: string | undefined, now: Instant): Attempt | undefined {
  const value = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(cookies ?? '')?.[1];
  if (value === undefined) return undefined;
  const read = shape.safeParse(parsed(Buffer.from(value, 'base64url').toString()));
  if (!read.success || read.data.until <= now) return undefined;
  const { state, nonce, verifier } = read.data;
  return { state, nonce, verifier };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
