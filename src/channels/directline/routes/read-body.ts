import type { z } from 'zod';
import type { HttpAnswer } from '../../contract/http.ts';
import { refuse } from '../answers.ts';

/**
 * Reads a body by its schema. An absent body counts as `{}`.
 *
 * @returns the value, or the answer that says which field is wrong
 */
export function readBody<T>(
  schema: z.ZodType<T>,
  body: unknown,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: HttpAnswer } {
  const read = schema.safeParse(body ?? {});
  if (read.success) return { ok: true, value: read.data };
  const issue = read.error.issues[0];
  const path = issue?.path ?? [];
  if (path.length === 0) return { ok: false, answer: refuse('BadArgument', 'the body must be a JSON object') };
  const message = `'${path.join('.')}' ${issue?.message ?? 'is malformed'}`;
  return { ok: false, answer: refuse(isMissing(body ?? {}, path) ? 'MissingProperty' : 'BadArgument', message) };
}

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return body === undefined;
  if (typeof body !== 'object' || body === null) return false;
  return isMissing(new Map<PropertyKey, unknown>(Object.entries(body)).get(key), rest);
}
