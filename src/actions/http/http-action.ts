/** An action that is one HTTP request. */
import { z } from 'zod';
import type { ActionResult } from '../../dialogs/input.ts';
import { type Value, value } from '../../events/understood.ts';
import { toMilliseconds } from '../../files/duration.ts';
import { type Action, type Call, mark } from '../action.ts';
import { failed, issuesOf, messageOf, stopped } from '../attempt.ts';
import { buildRequest } from './build-request.ts';
import type { HttpAction } from './http-schema.ts';
import { readAnswer } from './read-answer.ts';

const defaultTimeoutMs = 10_000;

export type HttpSetting = { readonly hosts: readonly string[]; readonly secrets: Readonly<Record<string, string>> };

/** Makes the action. Its requests carry the header Idempotency-Key, and follow no redirects. */
export function httpAction(action: HttpAction, setting: HttpSetting): Action {
  const { safe = false, idempotent = false, retries = 0, timeout } = action;
  const input = inputSchema(action.input ?? {});
  return {
    [mark]: true,
    spec: { timeoutMs: timeout === undefined ? defaultTimeoutMs : toMilliseconds(timeout), retries, safe, idempotent },
    attempt: async (call) => {
      const given = input.safeParse(call.input);
      return given.success
        ? send({ action, setting, input: given.data }, call)
        : failed('error', `it was given the wrong input: ${issuesOf(given.error)}`);
    },
  };
}

type Sending = {
  readonly action: HttpAction;
  readonly setting: HttpSetting;
  readonly input: Readonly<Record<string, Value>>;
};

async function send({ action, setting, input }: Sending, call: Call): Promise<ActionResult> {
  const isRepeatable = Boolean(action.safe || action.idempotent);
  try {
    const built = buildRequest(action, { input, services: call.services, secrets: setting.secrets }, setting.hosts);
    if ('refused' in built) return failed('refused', built.refused);
    const headers = new Headers(built.init.headers);
    headers.set('idempotency-key', call.idempotencyKey);
    const response = await fetch(built.url, { ...built.init, headers, redirect: 'manual', signal: call.signal });
    return await readAnswer(response, action.output);
  } catch (error) {
    if (call.signal.aborted) return stopped(isRepeatable);
    const mayHaveHappened = !isRepeatable && !neverSent(error);
    return failed(
      mayHaveHappened ? 'unknown' : 'error',
      `it could not be reached: ${withoutSecrets(messageOf(error), setting)}`,
    );
  }
}

/** Failures that happen before anything reaches the other side. */
function neverSent(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return (
    typeof code !== 'string' ||
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_INVALID_ARG'].includes(code)
  );
}

function withoutSecrets(message: string, { secrets }: HttpSetting): string {
  return Object.values(secrets).reduce(
    (text, secret) => (secret === '' ? text : text.replaceAll(secret, '…')),
    message,
  );
}

function inputSchema(types: Readonly<Record<string, string>>): z.ZodType<Record<string, Value>> {
  const shape = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, inputType(type)]));
  return z
    .object(shape)
    .transform((given) => Object.fromEntries(Object.entries(given).map(([name, one]) => [name, one ?? null])));
}

function inputType(type: string): z.ZodType<Value | undefined> {
  const plain = plainType(type.replace('?', ''));
  return type.endsWith('?') ? plain.nullish() : plain;
}

function plainType(type: string): z.ZodType<Value> {
  if (type === 'text') return z.union([z.string(), z.number().transform(String)], { error: 'a text is needed' });
  if (type === 'number') return z.number({ error: 'a number is needed' });
  if (type === 'yes_no') return z.boolean({ error: 'yes or no is needed' });
  if (type === 'list') return z.array(value, { error: 'a list is needed' });
  if (type === 'map') return z.record(z.string(), value, { error: 'a map is needed' });
  return value.refine((one) => one !== null, 'a value is needed');
}
