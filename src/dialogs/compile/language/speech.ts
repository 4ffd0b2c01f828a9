/** What a bot can say: a text or variations, with buttons, cards and pictures. */
import { z } from 'zod';
import { options, text, texts } from './pieces.ts';

const link = z.strictObject({ title: text, url: text });
const plainButton = z.union([text, z.strictObject({ value: z.string().min(1), title: text.optional() })]);
const button = z.union([link, plainButton]);

/** Who does not see a picture hears what it shows. */
const image = z.strictObject({ url: text, alt: text });

const card = z
  .strictObject({
    title: text.optional(),
    subtitle: text.optional(),
    text: text.optional(),
    image: image.optional(),
    buttons: z.array(button).min(1).max(6).optional(),
  })
  .refine((one) => Object.keys(one).length > 0, 'a card holds a title, a text, an image or buttons');

const cards = z.array(card).min(1).max(10);

const detailedSpeech = z
  .strictObject({
    text: texts.optional(),
    buttons: options.optional(),
    image: image.optional(),
    cards: cards.optional(),
    /** cards beside each other */
    carousel: cards.optional(),
  })
  .refine(
    (one) => one.text !== undefined || one.image || one.cards || one.carousel,
    'there is nothing to say: add a text, an image or cards',
  )
  .refine(
    (one) => [one.image, one.cards, one.carousel].filter(Boolean).length <= 1,
    'one of image, cards and carousel is enough',
  );

export const speech = z.union([texts, detailedSpeech]);

export type Speech = z.infer<typeof speech>;
export type CardSource = z.infer<typeof card>;
export type ButtonSource = z.infer<typeof button>;
