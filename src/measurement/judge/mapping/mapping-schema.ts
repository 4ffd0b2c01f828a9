/** The form of a mapping file. Contracts §8; docs/measures/judge.md. */
import { z } from 'zod';
import { speakers } from '../transcript.ts';
import { judgeEvents } from './judge-events.ts';

const path = z.string();
const label = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** a list of exact labels, one exact label, or `/…/` */
const match = z.union([z.array(label).min(1), label], { error: 'must be a list of labels, or a pattern such as /…/' });

const who = z.union([z.enum(speakers), z.array(z.enum(speakers)).min(1)]);
const turnShape = { who: who.optional(), act: match.optional(), text: match.optional(), entities: match.optional() };

export type Condition = {
  readonly who?: z.infer<typeof who> | undefined;
  readonly act?: z.infer<typeof match> | undefined;
  readonly text?: z.infer<typeof match> | undefined;
  readonly entities?: z.infer<typeof match> | undefined;
  readonly after?: Condition | undefined;
};

const condition: z.ZodType<Condition> = z.lazy(() => z.strictObject({ ...turnShape, after: condition.optional() }));

export const mappingSchema = z.strictObject({
  judge: z.literal(1),
  id: path.optional(),
  turns: path,
  turn: z.strictObject({
    who: path,
    act: path.optional(),
    entities: path.optional(),
    text: path.optional(),
    time: path.optional(),
    at: path.optional(),
    name: path.optional(),
  }),
  roles: z.record(z.string(), z.enum(speakers)).optional(),
  time: z.strictObject({ unit: z.enum(['s', 'ms', 'iso']), from: z.enum(['start', 'epoch']).optional() }).optional(),
  locale: z.string().optional(),
  rules: z.array(z.strictObject({ when: condition, event: z.enum(judgeEvents) })).optional(),
  derive: z
    .strictObject({
      reprompt: z.union([z.enum(['act', 'text']), z.literal(false)]).optional(),
      rephrase: z.union([z.literal('text'), z.literal(false)]).optional(),
      thanks: z.boolean().optional(),
    })
    .optional(),
});
export type MappingShape = z.infer<typeof mappingSchema>;

/** What a mapping of a format says that is known: its rules, and what is derived. */
export const rulesSchema = mappingSchema.pick({ judge: true, locale: true, rules: true, derive: true });
