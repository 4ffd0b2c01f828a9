import type { RateLimit } from './access/create-rate-limit.ts';
import type { Tokens } from './access/create-tokens.ts';
import type { DirectLineOptions } from './options.ts';

/** What every route works with. `posts` and `reads` are counted per conversation, `visits` per address. */
export type Context = DirectLineOptions & {
  readonly tokens: Tokens;
  readonly limits: { readonly posts: RateLimit; readonly reads: RateLimit; readonly visits: RateLimit };
};
