/** The form of `markers.yaml`. docs/measures/markers.md. */
import { z } from 'zod';
import { actors, eventBody } from '../../events/event.ts';
import { duration } from '../../files/duration.ts';

const types = eventBody.options.map((option) => option.shape.type.value);

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const wanted = z.union([plain, z.array(plain).min(1)]);

const eventShape = z.strictObject({
  event: z.enum(types),
  actor: z.enum(actors).optional(),
  where: z.record(z.string(), wanted).optional(),
});

export type Wanted = z.infer<typeof wanted>;
export type PatternShape =
  | z.infer<typeof eventShape>
  | { readonly or: readonly PatternShape[] }
  | { readonly and: readonly PatternShape[]; readonly within?: string | undefined }
  | { readonly sequence: readonly PatternShape[]; readonly within?: string | undefined }
  | { readonly count: PatternShape; readonly times: number; readonly within?: string | undefined }
  | { readonly not: PatternShape };

const patternShape: z.ZodType<PatternShape> = z.lazy(() =>
  z.union([
    eventShape,
    z.strictObject({ or: z.array(patternShape).min(1) }),
    z.strictObject({ and: z.array(patternShape).min(1), within: duration.optional() }),
    z.strictObject({ sequence: z.array(patternShape).min(1), within: duration.optional() }),
    z.strictObject({ count: patternShape, times: z.number().int().positive(), within: duration.optional() }),
    z.strictObject({ not: patternShape }),
  ]),
);

const markerShape = z.strictObject({ about: z.string().optional(), find: patternShape });
export const markersSchema = z.strictObject({ markers: z.record(z.string().min(1), markerShape) });
