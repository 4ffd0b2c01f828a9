/** What Chatwoot tells by webhook, as far as it is read; versions differ, and further fields are passed over. */
import { z } from 'zod';

const person = z.object({
  id: z.number(),
  name: z.string().nullish(),
  available_name: z.string().nullish(),
  type: z.string().nullish(),
});
export type Person = z.infer<typeof person>;

/** Which fields have changed, each with its value before and now. */
const changed = z.array(z.record(z.string(), z.object({ previous_value: z.unknown(), current_value: z.unknown() })));

const conversation = z.object({
  id: z.number().int(),
  status: z.string().nullish(),
  contact_inbox: z.object({ source_id: z.string().nullish() }).nullish(),
  meta: z.object({ assignee: person.nullish() }).nullish(),
  labels: z.array(z.string()).nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
  changed_attributes: changed.nullish(),
  updated_at: z.number().nullish(),
});

const message = z.object({
  event: z.literal('message_created'),
  id: z.number().int(),
  content: z.string().nullish(),
  message_type: z.string(),
  private: z.boolean().nullish(),
  sender: person.nullish(),
  attachments: z.array(z.object({ data_url: z.string().nullish() })).nullish(),
  conversation,
});
export type ToldMessage = z.infer<typeof message>;

const changes = z.object({
  event: z.enum([
    'conversation_status_changed',
    'conversation_updated',
    'conversation_resolved',
    'conversation_opened',
  ]),
  ...conversation.shape,
});

const typing = z.object({
  event: z.enum(['conversation_typing_on', 'conversation_typing_off']),
  is_private: z.boolean().nullish(),
  user: person.nullish(),
  conversation,
});

/** The many other events are none of the bot's business. */
export const told = z.union([message, changes, typing]);
export type Told = z.infer<typeof told>;
export type ToldTyping = z.infer<typeof typing>;
export type ToldChange = z.infer<typeof changes>;

export const someEvent = z.looseObject({ event: z.string() });
