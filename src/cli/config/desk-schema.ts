/** `desk` in touchpoint.yaml: how people are shared out among those who wait, and what they have at hand. docs/desk.md. */
import { z } from 'zod';
import { duration } from '../../files/duration.ts';

const name = z.string().min(1).max(100);

/** Whole addresses; the rest of them is the desk's. */
const address = z.url().regex(/^https?:\/\/[^?#]*[^/?#]$/, 'must be an address without a slash at its end');

/** People work at another program; its secrets come from variables or files, never from here. docs/desks. */
const external = z
  .strictObject({
    /** how long it is tried to tell the desk something, before people at the built-in one are asked */
    patience: duration.default('1m'),
    chatwoot: z
      .strictObject({
        url: address,
        account: z.number().int().positive(),
        /** identifier of the API inbox */
        inbox: z.string().min(1),
        /** without, its webhooks are known by a secret in their address */
        signed: z.boolean().default(true),
        /** our team → the number of Chatwoot's */
        teams: z.record(name, z.number().int().positive()).default({}),
      })
      .optional(),
    webhook: z.strictObject({ url: z.url().regex(/^https?:/, 'must be an address of http or https') }).optional(),
  })
  .refine(({ chatwoot, webhook }) => (chatwoot === undefined) !== (webhook === undefined), {
    error: 'must name one desk: chatwoot or webhook',
  });

/** @param hours when people are at work, as the bot's own are written */
export function deskSchema<T extends z.ZodType>(hours: T) {
  const team = z.strictObject({
    about: z.string().optional(),
    /** without hours of its own a team works whenever one of it is there */
    hours: hours.optional(),
    /** who takes over where the team has nobody */
    overflow: name.optional(),
  });
  const priority = z.strictObject({
    team: name.optional(),
    reason: name.optional(),
    waited: duration.optional(),
    priority: z.number().int().min(-100).max(100),
  });
  return z.strictObject({
    /** conversations one person may have at once; as many as they take where it is missing */
    capacity: z.number().int().min(1).max(100).optional(),
    /** how long a conversation is offered to one person before the next is asked; people take for themselves where it is missing */
    offer: duration.optional(),
    teams: z.record(name, team).default({}),
    priorities: z.array(priority).default([]),
    external: external.optional(),
    /** what wrapping up may say; anything where there are none */
    dispositions: z.array(name).default([]),
    /** short name → text, with variables such as {agent}, {customer} and names of slots */
    replies: z.record(name, z.string().min(1)).default({}),
  });
}
