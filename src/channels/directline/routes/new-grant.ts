import type { Grant } from '../access/create-tokens.ts';
import type { Context } from '../context.ts';
import { entryOf, type OpeningRequest, readLocale } from './opening-request.ts';

/** What a token for a new conversation allows. A client that names no user gets a random one. */
export function newGrant(context: Context, request: OpeningRequest): Grant {
  const user = request.user?.id ?? `dl_${context.random.id()}`;
  const name = request.user?.name;
  const locale = readLocale(request.locale);
  return {
    conv: context.random.id(),
    user,
    ...(name ? { name } : {}),
    entry: entryOf(request),
    ...(locale === undefined ? {} : { locale }),
    origins: (request.trustedOrigins ?? []).map((origin) => origin.toLowerCase()),
  };
}
