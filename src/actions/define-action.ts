/**
 * The door for authors of actions: `import { defineAction, z } from 'touchpoint/actions'`.
 */
import type { z } from 'zod';
import { toMilliseconds } from '../files/duration.ts';
import { type Action, mark } from './action.ts';
import { attempt } from './attempt.ts';
import { shapeOfSchema } from './shape-of-schema.ts';

// biome-ignore lint/performance/noBarrelFile: this file is the published door, and its schemas must be those of this zod
export { z } from 'zod';

/** What an action is given to work with. */
export type ActionContext<I> = {
  readonly input: I;
  /** addresses of the bot's services, by name */
  readonly services: Readonly<Record<string, string>>;
  /** aborts when nobody waits for the result any more */
  readonly signal: AbortSignal;
  /** the same for every try of one request; `fetch` sends it along */
  readonly idempotencyKey: string;
  /** as everywhere, with `signal` and the header Idempotency-Key filled in */
  readonly fetch: typeof globalThis.fetch;
};

export type ActionDefinition<I, O> = {
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  /** only reads: may be repeated without harm */
  readonly safe?: boolean;
  /** done once, however often it is asked for with one idempotency key */
  readonly idempotent?: boolean;
  /** as `5s`; 10 s when left out */
  readonly timeout?: string;
  /** further tries after a failure, where a repetition can do no harm; 0 when left out */
  readonly retries?: number;
  /** throws when it fails */
  run(context: ActionContext<I>): O | Promise<O>;
};

/** Makes an action of the bot: what is exported as `exists` from `actions/orders.ts` is the action `orders.exists`. */
export function defineAction<I, O>(definition: ActionDefinition<I, O>): Action {
  const { input, output, safe = false, idempotent = false, timeout = '10s', retries = 0 } = definition;
  return {
    [mark]: true,
    spec: {
      timeoutMs: toMilliseconds(timeout),
      retries,
      safe,
      idempotent,
      input: shapeOfSchema(input, 'input'),
      output: shapeOfSchema(output, 'output'),
    },
    attempt: (call) =>
      attempt({ input, output, isRepeatable: safe || idempotent, run: (context) => definition.run(context) }, call),
  };
}
