/** What an agent has to know, as the desk's card holds it (docs/desk.md): read loosely, since a card may grow. */
import { z } from 'zod';

const line = z.looseObject({
  at: z.string(),
  seq: z.number(),
  who: z.enum(['customer', 'bot', 'agent', 'note']),
  name: z.string().nullish(),
  text: z.string().nullable(),
});

export const cardSchema = z.looseObject({
  customer: z.looseObject({
    id: z.string().nullable(),
    name: z.string().nullable(),
    profile: z.record(z.string(), z.string()),
    locale: z.string().nullable(),
    channel: z.string().nullable(),
  }),
  issue: z.string().nullable(),
  effort: z
    .looseObject({
      value: z.number(),
      band: z.string(),
      receipt: z.looseObject({ rows: z.array(z.looseObject({ signal: z.string(), count: z.number() })) }),
    })
    .nullable(),
  cases: z.array(z.looseObject({ startedAt: z.string(), intent: z.string().nullable(), outcome: z.string() })),
  summary: z.array(z.string()),
  transcript: z.array(line),
});

export type Card = z.infer<typeof cardSchema>;
