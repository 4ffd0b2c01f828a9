import { z } from 'zod';

/** A button, as the customer sees it (`title`) and as it comes back (`value`). */
export const choice = z.strictObject({ title: z.string(), value: z.string() });
export type Choice = z.infer<typeof choice>;
