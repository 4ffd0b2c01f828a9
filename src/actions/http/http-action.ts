/** An action that is one HTTP request. */
import type { ActionResult } from '../../dialogs/input.ts';
import type { Value } from '../../events/understood.ts';
import { toMilliseconds } from '../../files/duration.ts';
import { type Action, type Call, mark } from '../action.ts';
import { failed, issuesOf, messageOf, stopped } from '../attempt.ts';
import { buildRequest } from './build-request.ts';
import { inputSchema, resultSchema } from './declared.ts';
import { declaredShape } from './declared-shape.ts';
import type { HttpAction } from './http-schema.ts';
import { readAnswer } from './read-answer.ts';

const defaultTimeoutMs = 10_000;

export type HttpSetting = { readonly hosts: readonly string[]; readonly secrets: Readonly<Record<string, string>> };

/** Makes the action. Its requests carry the header Idempotency-Key, and follow no redirects. */
export function httpAction(action: HttpAction, setting: HttpSetting): Action {
  const { idempotent = false, retries = 0, timeout } = action;
  const input = inputSchema(action.input ?? {});
  return {
    [mark]: true,
    spec: {
      timeoutMs: timeout === undefined ? defaultTimeoutMs : toMilliseconds(timeout),
      retries,
      safe: isSafe(action),
      idempotent,
      input: declaredShape(action.input ?? {}),
      output: declaredShape(action.result),
    },
    attempt: async (call) => {
      const given = input.safeParse(call.input);
      return given.success
        ? send({ action, setting, input: given.data }, call)
        : failed('error', `it was given the wrong input: ${issuesOf(given.error)}`);
    },
  };
}

/** A GET only reads, by the definition of HTTP (RFC 9110 §9.2.1), unless the file says otherwise. */
function isSafe({ safe, method, body }: HttpAction): boolean {
  return safe ?? (method === 'GET' || (method === undefined && body === undefined));
}

type Sending = {
  readonly action: HttpAction;
  readonly setting: HttpSetting;
  readonly input: Readonly<Record<string, Value>>;
};

async function send({ action, setting, input }: Sending, call: Call): Promise<ActionResult> {
  const isRepeatable = isSafe(action) || Boolean(action.idempotent);
  try {
    const built = buildRequest(action, { input, services: call.services, secrets: setting.secrets }, setting.hosts);
    if ('refused' in built) return failed('refused', built.refused);
    const headers = new Headers(built.init.headers);
    headers.set('idempotency-key', call.idempotencyKey);
    const response = await call.fetch(built.url, { ...built.init, headers, redirect: 'manual', signal: call.signal });
    return shaped(await readAnswer(response, action.output), action);
  } catch (error) {
    if (call.signal.aborted) return stopped(isRepeatable);
    const mayHaveHappened = !isRepeatable && !neverSent(error);
    return failed(
      mayHaveHappened ? 'unknown' : 'error',
      `it could not be reached: ${withoutSecrets(messageOf(error), setting)}`,
    );
  }
}

/** An answer of another form than declared is a failure: nothing may be decided by it. */
function shaped(result: ActionResult, { result: declared }: HttpAction): ActionResult {
  if (!result.ok || declared === undefined) return result;
  const checked = resultSchema(declared).safeParse(result.output);
  if (!checked.success) return failed('error', `its answer has the wrong form: ${issuesOf(checked.error)}`);
  return { ok: true, output: checked.data ?? null };
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
