import type { z } from 'zod';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/**
 * A request's body in the form that is wanted.
 *
 * @throws TouchpointError BAD_REQUEST naming the first wrong field
 */
export function readShape<T>(schema: z.ZodType<T>, body: unknown): T {
  const found = schema.safeParse(body);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new TouchpointError('BAD_REQUEST', `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'is wrong'}`);
}
