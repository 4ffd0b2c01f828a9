import { z } from 'zod';

/**
 * What a token allows: one conversation, for one user, from some pages.
 *
 * @property aud `directline` for calls, `stream` for opening the socket
 * @property origins pages that may use it; empty means any
 * @property iat and `exp` count seconds since 1970
 */
export const claims = z.object({
  iss: z.literal('touchpoint'),
  aud: z.enum(['directline', 'stream']),
  conv: z.string().min(1),
  user: z.string().min(1),
  name: z.string().optional(),
  customer: z.string().min(1),
  entry: z.string(),
  locale: z.string().optional(),
  /** what the shop says of its signed-in customer; only this server reads it */
  profile: z.record(z.string(), z.string()).optional(),
  origins: z.array(z.string()),
  iat: z.number(),
  exp: z.number(),
});

export type Claims = z.infer<typeof claims>;
