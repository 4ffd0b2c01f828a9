/** The form of `brand.yaml`: how a business wants its bot to speak. */
import { z } from 'zod';

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en or de-AT');

/** A word or phrase that is not to be said, in any case of its letters; with what to say in its place. */
const forbidden = z.union([
  z.string().min(1),
  z.strictObject({ say: z.string().min(1), instead: z.string().min(1).optional(), why: z.string().min(1).optional() }),
]);

export const brandSchema = z.strictObject({
  brand: z.strictObject({
    /** by language */
    forbidden: z.record(language, z.array(forbidden)).default({}),
    /** characters one message may have, without the values in it */
    longest: z.number().int().min(20).max(4000).optional(),
    /** reading ease, 0 (hard) to 100 (easy), that longer texts must have */
    ease: z.number().min(0).max(100).optional(),
    /** by language: words one of which stands where something went wrong, beside those known of the language */
    apologies: z.record(language, z.array(z.string().min(1))).default({}),
  }),
});

export type Brand = z.infer<typeof brandSchema>['brand'];
export type Forbidden = z.infer<typeof forbidden>;
