import type { RateLimit } from './access/create-rate-limit.ts';
import type { Tokens } from './access/create-tokens.ts';
import type { DirectLineOptions } from './options.ts';

/**
 * What every route works with. `posts` and `reads` are counted per conversation; per address `visits`, `uploads`, `calls` with a token, and `strangers`,
 * who were refused.
 */
export type Context = DirectLineOptions & {
  readonly tokens: Tokens;
  readonly limits: { readonly [what in Limited]: RateLimit };
};

export type Limited = 'posts' | 'reads' | 'visits' | 'uploads' | 'calls' | 'strangers';
