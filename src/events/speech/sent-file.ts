/** A file that a customer sent: what is said of it. Its content is kept by the channel that took it. */
import { z } from 'zod';

/** @property id unguessable: who knows it may read the file */
export const sentFile = z.strictObject({
  id: z.string(),
  contentType: z.string(),
  name: z.string(),
  bytes: z.number().int().nonnegative(),
});
export type SentFile = z.infer<typeof sentFile>;
