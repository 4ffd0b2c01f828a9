/** An action, whoever wrote it and however it is carried out. */

import type { ActionResult } from '../dialogs/input.ts';
import type { ActionSpec } from '../dialogs/program.ts';
import type { Value } from '../events/understood.ts';

/** What one try is made with. */
export type Call = {
  readonly input: Value;
  readonly services: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  readonly fetch: typeof globalThis.fetch;
};

/** Known to every copy of this module, so that actions compiled against another copy are actions too. */
export const mark: unique symbol = Symbol.for('touchpoint.action');

export type Action = {
  readonly [mark]: true;
  readonly spec: Omit<ActionSpec, 'name'>;
  /** Makes one try. Never throws. */
  attempt(call: Call): Promise<ActionResult>;
};

export function isAction(value: unknown): value is Action {
  return typeof value === 'object' && value !== null && mark in value;
}
