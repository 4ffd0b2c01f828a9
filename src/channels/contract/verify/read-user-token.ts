import { z } from 'zod';
import type { Clock } from '../../../runtime/ports.ts';
import { readJwt } from './jwt.ts';

/** What a shop says of its signed-in customer. Only `sub` links identities; `exp` counts seconds since 1970. */
const userClaims = z.looseObject({
  sub: z.string().min(1).max(256),
  exp: z.number(),
  name: z.string().max(256).optional(),
  email: z.string().max(256).optional(),
  locale: z.string().max(64).optional(),
  segment: z.string().max(64).optional(),
});

/** Claims a dialog may know: `name`, `email`, `locale`, `segment`. */
export type Profile = Readonly<Record<string, string>>;

export type ReadUser =
  | {
      readonly kind: 'known';
      readonly sub: string;
      readonly known: { readonly name?: string; readonly locale?: string; readonly profile: Profile };
    }
  | { readonly kind: 'refused'; readonly code: 'BadArgument' | 'TokenExpired'; readonly message: string };

/** Verifies the widget's `userToken`, signed by the shop with the identity secret. */
export function readUserToken(
  token: string,
  { secret, clock }: { readonly secret: string; readonly clock: Clock },
): ReadUser {
  const read = userClaims.safeParse(readJwt(token, [secret]));
  if (!read.success) return { kind: 'refused', code: 'BadArgument', message: 'userToken is not valid' };
  const { sub, exp, name, email, locale, segment } = read.data;
  if (clock.now() / 1000 >= exp) return { kind: 'refused', code: 'TokenExpired', message: 'userToken has expired' };
  const profile = given({ name, email, locale, segment });
  return { kind: 'known', sub, known: { ...(name ? { name } : {}), ...(locale ? { locale } : {}), profile } };
}

function given(claims: Readonly<Record<string, string | undefined>>): Profile {
  return Object.fromEntries(Object.entries(claims).flatMap(([name, claim]) => (claim ? [[name, claim]] : [])));
}
