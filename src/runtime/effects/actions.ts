/**
 * Carries out the actions that turns ask for: each at its own time-out, retried only where that can do no harm, its result posted as an input.
 */
import type { ActionResult } from '../../dialogs/input.ts';
import type { ActionSpec } from '../../dialogs/program.ts';
import type { ActionItem, SlowItem } from '../turn/item.ts';
import type { ActionRow, Bots, Clock, Log, RunAction, Store } from '../ports.ts';
import type { Probe } from '../probe.ts';
import type { Work } from '../work.ts';

export type ActionPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly bots: Bots;
  readonly runAction: RunAction;
  readonly work: Work;
  readonly log: Log;
  readonly probe: Probe;
  readonly post: (conversation: string, item: ActionItem | SlowItem) => Promise<void>;
};

export type Actions = {
  start(row: ActionRow): void;
  /** After a restart: runs what had not been tried, and settles what may have happened. */
  recover(): Promise<void>;
  stop(): void;
};

/** Silence a customer is not left in while an action runs. Architecture, "The turn". */
const slowMs = 3_000;
const backOffMs = 250;

export function createActions(ports: ActionPorts): Actions {
  const cancels = new Set<() => void>();
  return {
    start: (row) => void ports.work.track(carryOut(row)),
    async recover() {
      for (const row of await ports.store.actionsOpen(10_000)) void ports.work.track(carryOut(row));
    },
    stop() {
      for (const cancel of cancels) cancel();
    },
  };

  async function carryOut(row: ActionRow): Promise<void> {
    const startedAt = ports.clock.now();
    const { conversation, request } = row;
    const endSlow = after(slowMs, () => void ports.post(conversation, { kind: 'slow', request }).catch(ignore));
    const result = await resultOf(row);
    endSlow();
    await deliver(row, { kind: 'action', request, durationMs: ports.clock.now() - startedAt, result });
  }

  async function resultOf(row: ActionRow): Promise<ActionResult> {
    const spec = ports.bots.withHash(row.program).program.actions.get(row.action);
    if (!spec) return { ok: false, failure: 'error', message: `there is no action '${row.action}' any more` };
    if (row.started > 0 && !isRepeatable(spec)) {
      return { ok: false, failure: 'unknown', message: 'the process stopped while the action ran' };
    }
    for (let tries = 1; ; tries++) {
      const result = await tryOnce(row, spec);
      if (result.ok || result.failure === 'refused' || !isRepeatable(spec) || tries > spec.retries) return result;
      await pause(backOffMs * 2 ** (tries - 1));
    }
  }

  async function tryOnce(row: ActionRow, spec: ActionSpec): Promise<ActionResult> {
    if (!isRepeatable(spec)) await ports.store.actionStarted(row.conversation, row.request);
    ports.probe('action.started');
    const control = new AbortController();
    const { promise, resolve } = Promise.withResolvers<ActionResult>();
    const endTimeout = after(spec.timeoutMs, () => {
      resolve({ ok: false, failure: isRepeatable(spec) ? 'timeout' : 'unknown', message: `no answer in ${spec.timeoutMs} ms` });
      control.abort();
    });
    const { action, input, conversation, request } = row;
    const idempotencyKey = `${conversation}:${request}`;
    ports.runAction({ action, input, conversation, idempotencyKey, signal: control.signal }).then(resolve, (error) => {
      resolve({ ok: false, failure: 'error', message: String(error) });
    });
    ports.probe('action.called');
    const result = await promise;
    ports.probe('action.ended');
    endTimeout();
    return result;
  }

  /** The result must reach the log: a store that cannot take it now is asked again. */
  async function deliver(row: ActionRow, item: ActionItem): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        return await ports.post(row.conversation, item);
      } catch (error) {
        ports.log.error({ error, conversation: row.conversation, action: row.action }, 'the result of an action could not be stored');
        await pause(Math.min(30_000, 500 * 2 ** tries));
      }
    }
  }

  function after(delayMs: number, act: () => void): () => void {
    const end = ports.clock.after(delayMs, () => {
      cancels.delete(cancel);
      act();
    });
    const cancel = (): void => {
      cancels.delete(cancel);
      end();
    };
    cancels.add(cancel);
    return cancel;
  }

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => after(delayMs, resolve));
  }
}

function isRepeatable(spec: ActionSpec): boolean {
  return spec.safe || spec.idempotent;
}

function ignore(): void {}
