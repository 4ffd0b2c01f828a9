/** An activity as a channel posts it: the parts that are read. What CloudAdapter is given is the whole. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Value } from '../../../events/understood.ts';

/** JSON by origin: it comes out of the one parser of request bodies. */
const json = z.custom<Value>();

const account = z.looseObject({ id: z.string().min(1).max(512), name: z.string().max(256).nullish() });

const message = z.looseObject({
  type: z.string().min(1).max(64),
  id: z.string().max(512).nullish(),
  name: z.string().max(256).nullish(),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().max(2048).nullish(),
  conversation: z.looseObject({ id: z.string().min(1).max(1024), tenantId: z.string().max(256).nullish() }),
  from: account,
  recipient: account.partial({ id: true }).nullish(),
  text: z.string().nullish(),
  locale: z.string().max(64).nullish().catch(undefined),
  value: json.optional(),
  channelData: json.optional(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string(),
        name: z.string().nullish(),
        contentUrl: z.string().nullish(),
        /** Teams says in it where a file can be fetched without its own permission */
        content: z
          .looseObject({ downloadUrl: z.string().max(4096).optional() })
          .optional()
          .catch(undefined),
      }),
    )
    .nullish(),
  membersAdded: z.array(account).nullish(),
  deliveryMode: z.string().nullish(),
});

export type Posted = z.infer<typeof message>;

/** Both readings of one body: ours, and botbuilder's own type for what it takes. */
export const posted = message.transform((read, context) => ({ read, activity: whole.parse(context.value) }));

const whole = z.custom<Activity>((raw) => typeof raw === 'object' && raw !== null);

/** What a card's key sends: which choice it stands for. */
const pressed = z.looseObject({ touchpoint: z.looseObject({ value: z.string() }) });
const action = z.looseObject({ action: z.looseObject({ data: pressed }) });

/** The value of the choice that was pressed on a card; `undefined` where none was. */
export function pressedValue({ value }: Posted): string | undefined {
  return pressed.safeParse(value).data?.touchpoint.value ?? action.safeParse(value).data?.action.data.touchpoint.value;
}

/** What comes from us in the channel's own data: where somebody comes from, and who the business says they are. */
const ours = z.looseObject({
  touchpoint: z.looseObject({
    entryPoint: z
      .string()
      .regex(/^[\w.-]{1,64}$/)
      .optional()
      .catch(undefined),
    userToken: z.string().max(8192).optional().catch(undefined),
  }),
});

export function ourData({ channelData }: Posted): {
  readonly entryPoint?: string | undefined;
  readonly userToken?: string | undefined;
} {
  return ours.safeParse(channelData).data?.touchpoint ?? {};
}
