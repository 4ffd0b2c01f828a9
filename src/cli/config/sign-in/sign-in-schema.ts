/** `signIn` in touchpoint.yaml: how people of the business sign in besides name and password. docs/desk.md. */
import { z } from 'zod';
import { roles } from '../../../runtime/ports/accounts.ts';
import { isLoopback } from '../../../web/serving/is-loopback.ts';

const name = z.string().min(1);

/** Its client secret comes from TOUCHPOINT_OIDC_SECRET or a file, never from here. */
const oidc = z.strictObject({
  issuer: z.url().refine(isSafe, 'must be an address of https; http on this machine only'),
  clientId: name,
  /** of the button on the sign-in page */
  label: name.default('Sign in with your company account'),
  scopes: z.array(name).default(['openid', 'profile', 'email']),
  /** `a.b` is b within a */
  claims: z
    .strictObject({
      name: name.default('preferred_username'),
      role: name.default('groups'),
      team: name.default('team'),
    })
    .prefault({}),
  /** value of the claim → role; the first that somebody has is theirs */
  roles: z
    .record(name, z.enum(roles))
    .refine((known) => Object.keys(known).length > 0, 'must map at least one value to a role'),
  /** value of the claim → team; without, the claim names the team itself */
  teams: z.record(name, name).optional(),
});

export const signInSchema = z.strictObject({ oidc: oidc.optional() });

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
