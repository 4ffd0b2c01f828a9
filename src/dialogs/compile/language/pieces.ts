/** Pieces of the dialog language that occur in many places, as schemas. */
import { z } from 'zod';

/** What a customer reads: ICU MessageFormat. */
export const text = z.string().min(1);
/** One text, or variations of it. */
export const texts = z.union([text, z.array(text).min(1)]);
/** CEL, or a bare number, true, false; under `with` and `set` also lists and maps of them. */
export const expression = z.json().refine((value) => value !== null && value !== '', 'must be an expression');
export const expressions = z.record(z.string(), z.json());
export const dialogName = z.string().regex(/^[A-Za-z][\w-]*(\.[\w-]+)*$/, 'must be a name of letters, digits, - and _');
export const stepId = z
  .string()
  .regex(/^[A-Za-z][\w-]*$/, 'must be a name of letters, digits, - and _, beginning with a letter');
/** A name that expressions and texts can use. */
export const variable = z
  .string()
  .regex(
    /^(?!(?:in|true|false|null|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)$)[A-Za-z_]\w*$/,
    'must be a name of letters, digits and _, beginning with a letter',
  );
/** A list of steps, or a single one. Steps are checked one by one, so that one wrong step hides no other. */
export const steps = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()), z.string()]);

const option = z.union([text, z.strictObject({ value: z.string().min(1), title: text.optional() })]);
/** Things to choose from: texts, or values with the titles customers see. */
export const options = z.array(option).min(1);

export type Texts = z.infer<typeof texts>;
export type Options = z.infer<typeof options>;
export type Expressions = z.infer<typeof expressions>;
