/** An update as Telegram posts it: the parts that are read. Unknown fields are let through and forgotten. */
import { z } from 'zod';

const chat = z.looseObject({ id: z.number(), type: z.string() });
const user = z.looseObject({
  id: z.number(),
  is_bot: z.boolean().default(false),
  first_name: z.string().max(256).default(''),
  language_code: z.string().max(64).optional(),
});

const file = z.looseObject({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
});

/** What may stand in a message beside text, each under its own key. */
const attached = {
  photo: z.array(file).optional(),
  document: file.optional(),
  voice: file.optional(),
  audio: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  sticker: file.optional(),
  location: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z.looseObject({}).optional(),
};

const message = z.looseObject({
  message_id: z.number(),
  date: z.number(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  ...attached,
});

export const update = z.looseObject({
  update_id: z.number().int(),
  message: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: user,
      data: z.string().max(64).optional(),
      message: z.looseObject({ message_id: z.number(), chat }).optional(),
    })
    .optional(),
});

export type Update = z.infer<typeof update>;
export type TelegramMessage = z.infer<typeof message>;
export type TelegramUser = z.infer<typeof user>;
