/** Results and errors as they cross threads. */
import { namedError, plainError } from '../../errors/plain-error.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Told } from './words.ts';

/** What came of some work, never rejecting. */
export async function tell<T>(work: () => Promise<T>): Promise<Told<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof TouchpointError) return { ok: false, error: plainError(error) };
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, fault: { message, stack } };
  }
}

/** The same on the other side: gives what was given, or throws what was thrown. */
export function hear<T>(told: Told<T>): T {
  if (told.ok) return told.value;
  if ('error' in told) throw namedError(told.error);
  const fault = new Error(told.fault.message);
  if (told.fault.stack !== undefined) fault.stack = told.fault.stack;
  throw fault;
}
