/** A card: a picture, a few words, and what can be done about it. A picture alone is a card with nothing else. */
import { z } from 'zod';
import { choice } from './choice.ts';

const link = z.strictObject({ title: z.string(), url: z.string() });

/** @property alt what the picture shows, for who does not see it */
const image = z.strictObject({ url: z.string(), alt: z.string() });

export const card = z.strictObject({
  title: z.string().optional(),
  subtitle: z.string().optional(),
  text: z.string().optional(),
  image: image.optional(),
  buttons: z.array(z.union([choice, link])).optional(),
});
export type Card = z.infer<typeof card>;
