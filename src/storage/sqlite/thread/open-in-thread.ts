import { setImmediate } from 'node:timers';
import { Worker } from 'node:worker_threads';
import { namedError } from '../../../errors/plain-error.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { moduleUrl } from '../../../files/module-url.ts';
import type { DeskStore } from '../../../runtime/ports/desk.ts';
import type { RowStore } from '../../rows/row-store.ts';
import { storeError } from '../errors/store-error.ts';
import type { Call, Method, Opened, Reply, ThreadData } from './call.ts';

type Result<M extends Method> = Awaited<ReturnType<RowStore[M]>>;
type Ask = <M extends Method>(method: M, ...args: Parameters<RowStore[M]>) => Promise<Result<M>>;
type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: TouchpointError) => void };

/**
 * Opens a database file in a thread of its own.
 *
 * @throws TouchpointError STORE_NEWER, STORE_READ_ONLY, STORE_FULL, STORE_FAILED
 */
export async function openInThread(file: string): Promise<RowStore> {
  const worker = new Worker(moduleUrl('./store-worker.ts', import.meta.url), {
    workerData: { file } satisfies ThreadData,
    // what it holds of a commit is small and short-lived
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const opened = await firstWord(worker, file);
  if (!opened.ok) throw namedError(opened.error);
  return callsTo(createAsk(worker, file), worker);
}

function firstWord(worker: Worker, file: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    worker.once('message', (opened: Opened) => resolve(opened));
    worker.once('error', (cause) => reject(gone(file, cause)));
    worker.once('exit', () => reject(gone(file)));
  });
}

/**
 * Calls made in one turn of the event loop go together, and so do those made while the thread is at work: it takes one after another anyway, and waking it for
 * each costs more than the call.
 */
function createAsk(worker: Worker, file: string): Ask {
  const waiting = new Map<number, Waiting>();
  let calls: Call[] = [];
  let isAtWork = false;
  let count = 0;
  let ended: TouchpointError | undefined;
  worker.on('message', (replies: readonly Reply[]) => {
    isAtWork = false;
    for (const reply of replies) settle(reply);
    if (calls.length > 0) setImmediate(flush);
  });
  worker.once('error', (cause) => end(gone(file, cause)));
  worker.once('exit', () => end(gone(file)));

  return (method, ...args) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      if (calls.length === 0 && !isAtWork) setImmediate(flush);
      const id = count++;
      waiting.set(id, { resolve, reject });
      calls.push({ id, method, args });
    });

  function flush(): void {
    const together = calls;
    if (together.length === 0) return;
    calls = [];
    try {
      post(together);
    } catch {
      for (const call of together) postAlone(call);
    }
  }

  function post(together: readonly Call[]): void {
    worker.postMessage(together);
    isAtWork = true;
  }

  /** A value that cannot cross fails its own call and no other. */
  function postAlone(call: Call): void {
    try {
      post([call]);
    } catch (cause) {
      waiting.get(call.id)?.reject(storeError(cause, file));
      waiting.delete(call.id);
    }
  }

  function settle(reply: Reply): void {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) asked?.resolve(reply.value);
    else asked?.reject(namedError(reply.error));
  }

  function end(why: TouchpointError): void {
    ended ??= why;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }
}

function gone(file: string, cause?: unknown): TouchpointError {
  return new TouchpointError('STORE_FAILED', `${file}: the thread that keeps it has ended`, {
    fix: 'start again: what was acknowledged is stored',
    ...(cause === undefined ? {} : { cause }),
  });
}

function deskCallsTo(ask: Ask): DeskStore {
  return {
    handoffs: () => ask('handoffs'),
    setPresence: (row) => ask('setPresence', row),
    reach: (agent, lease) => ask('reach', agent, lease),
    letGo: (agent, until) => ask('letGo', agent, until),
    presences: (after) => ask('presences', after),
  };
}

function callsTo(ask: Ask, worker: Worker): RowStore {
  return {
    load: (conversation) => ask('load', conversation),
    turns: (conversation, range) => ask('turns', conversation, range),
    commit: (rows) => ask('commit', rows),
    accept: (row) => ask('accept', row),
    waiting: (conversation) => ask('waiting', conversation),
    conversationsWaiting: (limit) => ask('conversationsWaiting', limit),
    outboxDue: (now, limit) => ask('outboxDue', now, limit),
    outboxDone: (rows) => ask('outboxDone', rows),
    outboxRetry: (row, dueAt, error) => ask('outboxRetry', row, dueAt, error),
    outboxPassed: (row) => ask('outboxPassed', row),
    outboxNextDue: () => ask('outboxNextDue'),
    timersDue: (now, limit) => ask('timersDue', now, limit),
    timersNextDue: () => ask('timersNextDue'),
    actionsOpen: (limit) => ask('actionsOpen', limit),
    actionStarted: (conversation, request) => ask('actionStarted', conversation, request),
    dirtyConversations: (limit) => ask('dirtyConversations', limit),
    writeFacts: (conversation, seq, rows) => ask('writeFacts', conversation, seq, rows),
    facts: (range) => ask('facts', range),
    briefs: (range) => ask('briefs', range),
    lastChange: () => ask('lastChange'),
    hours: (range) => ask('hours', range),
    markAllDirty: () => ask('markAllDirty'),
    markDirty: (conversation) => ask('markDirty', conversation),
    saveProgram: (program) => ask('saveProgram', program),
    useProgram: (hash, at) => ask('useProgram', hash, at),
    programFiles: (hash) => ask('programFiles', hash),
    programs: () => ask('programs'),
    removeProgram: (hash) => ask('removeProgram', hash),
    unsettled: (range) => ask('unsettled', range),
    conversationOf: (identity) => ask('conversationOf', identity),
    conversationsOf: (customer, limit) => ask('conversationsOf', customer, limit),
    conversations: (range) => ask('conversations', range),
    customerOf: (identity, fresh) => ask('customerOf', identity, fresh),
    customersBehind: (identity) => ask('customersBehind', identity),
    heldOn: (customer) => ask('heldOn', customer),
    erase: (customer, at) => ask('erase', customer, at),
    wasOfErased: (message, since) => ask('wasOfErased', message, since),
    erasures: () => ask('erasures'),
    forget: (before, limit) => ask('forget', before, limit),
    scrub: (how) => ask('scrub', how),
    ...deskCallsTo(ask),
    saveAccount: (account) => ask('saveAccount', account),
    account: (name) => ask('account', name),
    accounts: () => ask('accounts'),
    removePrincipal: (name) => ask('removePrincipal', name),
    hasAccounts: () => ask('hasAccounts'),
    saveToken: (token) => ask('saveToken', token),
    tokenOwner: (token) => ask('tokenOwner', token),
    beginSession: (session, now) => ask('beginSession', session, now),
    sessionOwner: (session, now) => ask('sessionOwner', session, now),
    endSession: (session) => ask('endSession', session),
    keepUpload: (row) => ask('keepUpload', row),
    upload: (conversation, upload) => ask('upload', conversation, upload),
    agree: (name, value) => ask('agree', name, value),
    async close() {
      await ask('close').catch(() => {});
      await worker.terminate();
    },
  };
}
