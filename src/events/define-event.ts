import { z } from 'zod';

/**
 * Describes one type of event: its facts (`data`, kept for ever) and, where there are any, its `words`: what a person said or what identifies
 * them. Words are stored apart and may be erased; every fold must give the same facts without them.
 */
export function defineEvent<T extends string, D extends z.ZodRawShape>(type: T, data: D) {
  return z.object({ type: z.literal(type), data: z.strictObject(data) });
}

/** As `defineEvent`, for an event that carries erasable words. */
export function defineSpokenEvent<T extends string, D extends z.ZodRawShape, W extends z.ZodRawShape>(
  type: T,
  data: D,
  words: W,
) {
  return z.object({ type: z.literal(type), data: z.strictObject(data), words: z.strictObject(words).optional() });
}
