/** The form of `actions.yaml`. */
import { z } from 'zod';
import { duration } from '../../files/duration.ts';

/** Types of an action's input and result; with `?` it may be missing. Texts parted by `|` are those that it can be. */
const inputType = z
  .string()
  .regex(
    /^(text|number|yes_no|list|map|any|[\w-]+(\|[\w-]+)+)\??$/,
    'must be text, number, yes_no, list, map, any, or texts parted by |, with a ? where it may be missing',
  );

/** What an answer holds: a type, a map of them, or a list of one. */
export type ResultSource = string | readonly [ResultSource] | { readonly [name: string]: ResultSource };
const result: z.ZodType<ResultSource> = z.lazy(() =>
  z.union([
    inputType,
    z.tuple([result]),
    z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'must be a name of letters, digits and _'), result),
  ]),
);

const filled = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const httpActionSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  url: z.string().min(1),
  query: filled.optional(),
  headers: filled.optional(),
  body: z.json().optional(),
  input: z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'must be a name of letters, digits and _'), inputType).optional(),
  /** dotted path into the answer; the whole answer when left out */
  output: z.string().min(1).optional(),
  /** what that holds; anything when left out */
  result: result.optional(),
  safe: z.boolean().optional(),
  idempotent: z.boolean().optional(),
  timeout: duration.optional(),
  retries: z.number().int().min(0).max(5).optional(),
});
export type HttpAction = z.infer<typeof httpActionSchema>;

const actionName = z.string().regex(/^[A-Za-z_][\w-]*(\.[\w-]+)*$/, 'must be a name of letters, digits, -, _ and dots');

export const actionsFileSchema = z.strictObject({
  hosts: z.array(z.string().min(1)),
  actions: z.record(actionName, z.unknown()),
});
