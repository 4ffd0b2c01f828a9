/** Actions that answer as a test says. */
import type { ActionResult } from '../../../dialogs/input.ts';
import type { Value } from '../../../events/understood.ts';
import type { ActionCall, Clock, RunAction } from '../../../runtime/ports.ts';
import type { Stub, StubAnswer } from '../test.ts';

export type MissingStub = { readonly action: string; readonly input: Value };

export type StubbedActions = {
  readonly run: RunAction;
  /** calls that no stub was made for, in order */
  readonly missing: readonly MissingStub[];
};

/** Every try of one request is answered alike; a call without a stub fails, and is told. */
export function stubActions(stubs: ReadonlyMap<string, Stub>, clock: Pick<Clock, 'after'>): StubbedActions {
  const answers = new Map<string, StubAnswer | undefined>();
  const counts = new Map<object, number>();
  const missing: MissingStub[] = [];
  return {
    missing,
    run(call) {
      const known = answers.has(call.idempotencyKey);
      const answer = known ? answers.get(call.idempotencyKey) : choose(call);
      answers.set(call.idempotencyKey, answer);
      return answer ? give(clock, answer) : Promise.resolve(notStubbed(call));
    },
  };

  function choose({ action, input }: ActionCall): StubAnswer | undefined {
    const found = stubs.get(action)?.cases.find(({ when }) => includes(input, when));
    if (!found) missing.push({ action, input });
    if (!found) return undefined;
    const count = counts.get(found) ?? 0;
    counts.set(found, count + 1);
    return found.answers[Math.min(count, found.answers.length - 1)];
  }
}

function give(clock: Pick<Clock, 'after'>, { afterMs, result }: StubAnswer): Promise<ActionResult> {
  if (result === null) return new Promise(() => {});
  if (afterMs === 0) return Promise.resolve(result);
  return new Promise((resolve) => void clock.after(afterMs, () => resolve(result)));
}

function notStubbed({ action }: ActionCall): ActionResult {
  return { ok: false, failure: 'error', message: `the test has no stub for ${action}` };
}

/** Whether a value holds everything that is wanted: of maps the keys named, of all else the same. Numbers and texts that read alike are alike. */
export function includes(value: Value | undefined, wanted: Value): boolean {
  if (isMap(wanted)) {
    return isMap(value) && Object.entries(wanted).every(([key, inner]) => includes(value[key], inner));
  }
  if (Array.isArray(wanted)) {
    return Array.isArray(value) && value.length === wanted.length && wanted.every((one, n) => includes(value[n], one));
  }
  if (wanted === null) return value === null || value === undefined;
  return value !== null && typeof value !== 'object' && String(value) === String(wanted);
}

function isMap(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
