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
  /** who the business says this is; only this server reads it, and only in tokens for calls: addresses of streams stand in logs */
  signed: z.string().min(1).optional(),
  entry: z.string(),
  locale: z.string().optional(),
  /** what the business says of them; read as `signed` is */
  profile: z.record(z.string(), z.string()).optional(),
  origins: z.array(z.string()),
  iat: z.number(),
  exp: z.number(),
});

export type Claims = z.infer<typeof claims>;
