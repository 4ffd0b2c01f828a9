import { z } from 'zod';
import type { Value } from '../../../events/understood.ts';

/** JSON by origin: it comes out of the one parser of request bodies. */
const json = z.custom<Value>();

/** Nesting of `channelData` that is stored and echoed; deeper ones would overflow whoever writes them out again. */
const maxDepth = 32;

/** An activity as a client posts it; fields that are not read are let through and forgotten. */
export const postedActivity = z.looseObject({
  type: z.string().min(1),
  name: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().max(64).nullish().catch(undefined),
  localTimezone: z.string().max(64).nullish().catch(undefined),
  value: json.optional(),
  from: z.looseObject({ id: z.string().max(256).nullish(), name: z.string().max(256).nullish() }).nullish(),
  channelData: json.refine((data) => !isDeeper(data, maxDepth), `is nested deeper than ${maxDepth} levels`).optional(),
  attachments: z.array(z.unknown()).nullish(),
  deliveryMode: z.string().nullish(),
});

export type PostedActivity = z.infer<typeof postedActivity>;

/** What an event `touchpoint.notice` says: which notice, and values for the dialog that begins with it. */
export const noticeValue = z.looseObject({
  notice: z.string().min(1).max(256),
  values: z.record(z.string(), json).optional(),
});

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
