/**
 * Puts the parts of the runtime together: mailboxes, the turn, actions, timers, the outbox.
 */

import type { Staffing } from '../events/desk/staffing.ts';
import type { Event } from '../events/event.ts';
import type { Received, Runtime } from './door.ts';
import { createActions } from './effects/actions.ts';
import { createOutbox } from './effects/outbox.ts';
import { createTimers } from './effects/timers.ts';
import { type TellPorts, tellCustomer } from './notices/tell-customer.ts';
import type { Channel } from './ports/delivery.ts';
import type { Bots, Clock, Commit, InboxRow, Log, Observe, Random, RunAction, Store } from './ports.ts';
import { noProbe, type Probe } from './probe.ts';
import { type Shared, shareWork } from './sharing.ts';
import { createSigns } from './signs.ts';
import { askedByLink } from './surveys/asked-by-link.ts';
import { createHandleBatch } from './turn/handle-batch.ts';
import { inboxRow, type Settle } from './turn/item.ts';
import { createLives } from './turn/live.ts';
import { createMailboxes, type Mailboxes } from './turn/mailboxes.ts';
import { createSettling, type Settling } from './turn/settling.ts';
import { createWork } from './work.ts';

export type RuntimePorts = {
  readonly store: Store;
  readonly bots: Bots;
  readonly clock: Clock;
  readonly random: Random;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly runAction: RunAction;
  readonly observe: Observe;
  readonly log: Log;
  /** who could take over now; nobody where it is missing */
  staffing?(): Staffing;
  /** the desk outside that takes who asks for a person now; none where it is missing */
  outside?(): string | undefined;
  /** tests stop the process at its points */
  readonly probe?: Probe;
};

type Listener = (conversation: string, events: readonly Event[]) => void;

/** Longest a stop waits for actions under way. */
const stopMs = 5_000;

/** Starts the bot, and takes up what an earlier process left: open actions, due timers, waiting messages, undelivered replies. */
export async function createRuntime(given: RuntimePorts): Promise<Runtime> {
  const ports = { ...given, probe: given.probe ?? noProbe };
  const work = createWork();
  const listeners = new Set<Listener>();
  const lives = createLives(ports.store);
  const mailboxes = createMailboxes(createHandleBatch({ ...ports, lives, onCommitted }), work);
  const post: Mailboxes['post'] = (conversation, ...items) => mailboxes.post(conversation, ...items);
  const actions = createActions({ ...ports, work, post });
  const timers = createTimers({ ...ports, lives, work, post });
  const outbox = createOutbox({ ...ports, work, state: stateThrough(post), order: orderThrough(post) });
  const settling = createSettling({ ...ports, lives, post });
  let isStopping = false;

  await takeUp();
  const shared: Shared = shareWork({ ...ports, lives, mailboxes, takeOver: takeUp });
  return {
    open: (opening) => settled((settle) => post(opening.conversation, { kind: 'open', opening, settle })),
    receive: (inbound) => {
      ports.probe('message.received');
      return receiveThrough({ settling, post }, inboxRow(inbound));
    },
    state: stateThrough(post),
    ...createNoticing({ ...ports, lives, post }),
    linked: (conversation) => askedByLink({ ...ports, lives }, conversation),
    ...besideThrough(post),
    order: orderThrough(post),
    ...createSigns(),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    watch: shared.watch,
    async settle() {
      await work.idle();
      await timers.fire();
      await work.idle();
    },
    async stop() {
      isStopping = true;
      shared.stop();
      timers.stop();
      settling.stop();
      outbox.stop();
      const { promise, resolve } = Promise.withResolvers<void>();
      const cancel = ports.clock.after(stopMs, resolve);
      await Promise.race([work.idle(), promise]);
      cancel();
      actions.stop();
    },
  };

  function onCommitted({ head, events, actionsAdded, timersSet, outbox: promised }: Commit): void {
    if (!isStopping) for (const row of actionsAdded) actions.start(row);
    for (const { dueAt } of timersSet) timers.schedule(dueAt);
    if (promised.length > 0) outbox.kick();
    for (const listener of listeners) listener(head.conversation, events);
  }

  async function takeUp(): Promise<void> {
    await actions.recover();
    for (const conversation of await ports.store.conversationsWaiting(10_000)) {
      for (const row of await ports.store.waiting(conversation)) {
        if (mailboxes.has(conversation, row.id) || settling.has(row)) continue;
        void post(conversation, {
          kind: 'message',
          row,
          isStored: true,
          settle: { resolve: nothing, reject: nothing },
        }).catch(nothing);
      }
    }
    await timers.fire();
    outbox.kick();
  }
}

type Way = { readonly settling: Settling; readonly post: Mailboxes['post'] };

/** What is not to wait takes along what waits before it. */
function receiveThrough({ settling, post }: Way, row: InboxRow): Promise<Received> {
  if (settling.takes(row)) return settling.receive(row);
  return settled((settle) => {
    settling.release(row.conversation);
    return post(row.conversation, { kind: 'message', row, isStored: false, settle });
  });
}

type Noticing = Omit<TellPorts, 'notify'> & { readonly post: Mailboxes['post'] };

function createNoticing({ post, ...ports }: Noticing): Pick<Runtime, 'notify' | 'tell'> {
  const notify: Runtime['notify'] = ({ conversation, ...told }) =>
    settled((settle) => post(conversation, { kind: 'notice', ...told, settle }));
  return { notify, tell: (telling) => tellCustomer({ ...ports, notify }, telling) };
}

function stateThrough(post: Mailboxes['post']): Runtime['state'] {
  return ({ conversation, ...told }) => settled((settle) => post(conversation, { kind: 'delivery', ...told, settle }));
}

function besideThrough(post: Mailboxes['post']): Pick<Runtime, 'judge' | 'surveyed'> {
  return {
    judge: ({ conversation, ...judged }) =>
      settled((settle) => post(conversation, { kind: 'judged', ...judged, settle })),
    surveyed: ({ conversation, ...surveyed }) =>
      settled((settle) => post(conversation, { kind: 'surveyed', ...surveyed, settle })),
  };
}

function orderThrough(post: Mailboxes['post']): Runtime['order'] {
  return ({ conversation, ...order }) => settled((settle) => post(conversation, { kind: 'desk', ...order, settle }));
}

/** What becomes of an item that is posted: as its handling says, or as the posting fails. */
function settled<T>(posting: (settle: Settle<T>) => Promise<void>): Promise<T> {
  return new Promise((resolve, reject) => {
    void posting({ resolve, reject }).catch(reject);
  });
}

function nothing(): void {}
