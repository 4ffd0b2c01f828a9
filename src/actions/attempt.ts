/** One try of an action that is a function: input checked, run, output checked; whatever goes wrong is a result. */
import type { z } from 'zod';
import type { ActionResult } from '../dialogs/input.ts';
import { type Value, value } from '../events/understood.ts';
import type { Call } from './action.ts';

export type Attempted<I, O> = {
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  /** a try whose end is unknown may be repeated */
  readonly isRepeatable: boolean;
  run(context: {
    readonly input: I;
    readonly services: Call['services'];
    readonly signal: AbortSignal;
    readonly idempotencyKey: string;
    readonly fetch: typeof globalThis.fetch;
  }): O | Promise<O>;
};

/** Never throws, and ends when the signal aborts, even if the action does not. */
export async function attempt<I, O>(action: Attempted<I, O>, call: Call): Promise<ActionResult> {
  const input = action.input.safeParse(call.input);
  if (!input.success) return failed('error', `it was given the wrong input: ${issuesOf(input.error)}`);
  if (call.signal.aborted) return failed('timeout', 'it was stopped before it began');
  try {
    return await Promise.race([carryOut(action, input.data, call), aborted(action.isRepeatable, call.signal)]);
  } catch (error) {
    return call.signal.aborted ? stopped(action.isRepeatable) : failed('error', `it failed: ${messageOf(error)}`);
  }
}

export function failed(failure: Extract<ActionResult, { ok: false }>['failure'], message: string): ActionResult {
  return { ok: false, failure, message };
}

/** What stopped in the middle may or may not have happened; only where a repetition is harmless is it a mere time-out. */
export function stopped(isRepeatable: boolean): ActionResult {
  return isRepeatable
    ? failed('timeout', 'it did not answer in time')
    : failed('unknown', 'it did not answer in time, and may or may not have happened');
}

export function messageOf(error: unknown): string {
  const text =
    error instanceof Error
      ? `${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ''}`
      : String(error);
  return text.slice(0, 500);
}

export function issuesOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ')
    .slice(0, 500);
}

async function carryOut<I, O>(action: Attempted<I, O>, input: I, call: Call): Promise<ActionResult> {
  const { services, signal, idempotencyKey } = call;
  const result = await action.run({ input, services, signal, idempotencyKey, fetch: fetchFor(call) });
  const output = action.output.safeParse(result);
  if (!output.success) return failed('error', `it gave a result of the wrong form: ${issuesOf(output.error)}`);
  return asJson(output.data);
}

function asJson(data: unknown): ActionResult {
  const parsed = value.safeParse(data === undefined ? null : data);
  const output: Value | undefined = parsed.data;
  return output === undefined ? failed('error', 'it gave a result that is not plain data') : { ok: true, output };
}

function aborted(isRepeatable: boolean, signal: AbortSignal): Promise<ActionResult> {
  const { promise, resolve } = Promise.withResolvers<ActionResult>();
  signal.addEventListener('abort', () => resolve(stopped(isRepeatable)), { once: true });
  return promise;
}

function fetchFor({ signal, idempotencyKey, fetch }: Call): typeof globalThis.fetch {
  return (resource, init) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('idempotency-key')) headers.set('idempotency-key', idempotencyKey);
    return fetch(resource, { signal, ...init, headers });
  };
}
