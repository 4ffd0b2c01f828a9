/**
 * Carries out the actions that turns ask for: each at its own time-out, retried only where that can do no harm, its result posted as an input.
 */
import type { ActionResult } from '../../dialogs/input.ts';
import type { ActionSpec } from '../../dialogs/program.ts';
import type { ActionCall, ActionRow, Bots, Clock, Log, RunAction, Store } from '../ports.ts';
import type { Probe } from '../probe.ts';
import type { ActionItem, SlowItem } from '../turn/item.ts';
import type { Work } from '../work.ts';
import { type Alarms, createAlarms } from './alarms.ts';

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
  /** Runs what a process that ended had not tried, and settles what may have happened. */
  recover(): Promise<void>;
  stop(): void;
};

/** Silence a customer is not left in while an action runs. Architecture, "The turn". */
const slowMs = 3_000;
const backOffMs = 250;
const firstRetryMs = 500;
const longestRetryMs = 30_000;
/** At most this many open actions are taken up at once; later ones follow with the next look. */
const mostRecovered = 10_000;

export function createActions(ports: ActionPorts): Actions {
  const alarms = createAlarms(ports.clock);
  const work = { ...ports, alarms };
  const running = new Set<string>();
  /** requests that end while the store is asked what is open: its answer may name them still */
  const ended = new Set<string>();
  let asking = 0;
  return {
    start,
    async recover() {
      asking++;
      try {
        for (const row of await ports.store.actionsOpen(mostRecovered)) if (!ended.has(keyOf(row))) start(row);
      } finally {
        asking--;
        if (asking === 0) ended.clear();
      }
    },
    stop: alarms.stop,
  };

  function start(row: ActionRow): void {
    const key = keyOf(row);
    if (running.has(key)) return;
    running.add(key);
    void ports.work.track(carryOut(work, row).finally(() => end(key)));
  }

  function end(key: string): void {
    running.delete(key);
    if (asking > 0) ended.add(key);
  }
}

function keyOf({ conversation, request }: ActionRow): string {
  return JSON.stringify([conversation, request]);
}

type Carrying = ActionPorts & { readonly alarms: Alarms };

async function carryOut(ports: Carrying, row: ActionRow): Promise<void> {
  const startedAt = ports.clock.now();
  const { conversation, request, input: given } = row;
  const endSlow = ports.alarms.after(
    slowMs,
    () => void ports.post(conversation, { kind: 'slow', request }).catch(ignore),
  );
  const result = await resultOf(ports, row);
  endSlow();
  if (result === undefined) return;
  await deliver(ports, row, { kind: 'action', request, given, durationMs: ports.clock.now() - startedAt, result });
}

/** @returns `undefined` where another process has taken it over */
async function resultOf(ports: Carrying, row: ActionRow): Promise<ActionResult | undefined> {
  // of an action only the present code exists, whatever program asks for it
  const spec = ports.bots.current().program.actions.get(row.action);
  if (!spec) return { ok: false, failure: 'error', message: `there is no action '${row.action}' any more` };
  if (row.input === null) return { ok: false, failure: 'error', message: 'what it was given has been erased' };
  if (row.started > 0 && !isRepeatable(spec)) {
    return { ok: false, failure: 'unknown', message: 'the process stopped while the action ran' };
  }
  if (!isRepeatable(spec)) {
    const { conversation, request } = row;
    if (!(await untilStored(ports, row, () => ports.store.actionStarted(conversation, request)))) return undefined;
    ports.probe('action.started');
  }
  for (let tries = 1; ; tries++) {
    const result = await tryOnce(ports, row, spec);
    if (result.ok || result.failure === 'refused' || !isRepeatable(spec) || tries > spec.retries) return result;
    await ports.alarms.pause(backOffMs * 2 ** (tries - 1));
  }
}

async function tryOnce(ports: Carrying, row: ActionRow, spec: ActionSpec): Promise<ActionResult> {
  const control = new AbortController();
  const { promise, resolve } = Promise.withResolvers<ActionResult>();
  const endTimeout = ports.alarms.after(spec.timeoutMs, () => {
    resolve({
      ok: false,
      failure: isRepeatable(spec) ? 'timeout' : 'unknown',
      message: `no answer in ${spec.timeoutMs} ms`,
    });
    control.abort();
  });
  ports.runAction(callOf(row, control.signal)).then(resolve, (error: unknown) => {
    resolve({ ok: false, failure: 'error', message: String(error) });
  });
  ports.probe('action.called');
  const result = await promise;
  ports.probe('action.ended');
  endTimeout();
  return result;
}

function callOf({ action, input, conversation, request }: ActionRow, signal: AbortSignal): ActionCall {
  return { action, input, conversation, idempotencyKey: `${conversation}:${request}`, signal };
}

function deliver(ports: Carrying, row: ActionRow, item: ActionItem): Promise<void> {
  return untilStored(ports, row, () => ports.post(row.conversation, item));
}

/** What becomes of an action must reach the log: a store that cannot take it now is asked again. */
async function untilStored<T>(ports: Carrying, row: ActionRow, store: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await store();
    } catch (error) {
      const about = { error, conversation: row.conversation, action: row.action };
      ports.log.error(about, 'what became of an action could not be stored');
      await ports.alarms.pause(Math.min(longestRetryMs, firstRetryMs * 2 ** tries));
    }
  }
}

function isRepeatable(spec: ActionSpec): boolean {
  return spec.safe || spec.idempotent;
}

function ignore(): void {}
