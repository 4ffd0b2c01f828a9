import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Store } from '../../runtime/ports.ts';
import { memoryAccounts } from './accounts.ts';
import { memoryDesk } from './desk.ts';
import { hoursBetween } from './hours-between.ts';
import { customerOf, customersBehind, erase, erasures, forget, heldOn, latestOf, wasOfErased } from './persons.ts';
import { programsOf, saveProgram, unsettled, useProgram } from './programs.ts';
import { events, load } from './read-conversation.ts';
import {
  actionsOpen,
  conversationsWaiting,
  dirtyConversations,
  factsBetween,
  memoryBriefs,
  outboxDue,
  outboxNextDue,
  timersDue,
  timersNextDue,
  waitingOf,
} from './read-work.ts';
import { emptyTables, pairKey, type Tables } from './tables.ts';
import { memoryUploads } from './uploads.ts';
import { writeCommit } from './write-commit.ts';
import {
  accept,
  actionStarted,
  agree,
  markAllDirty,
  markDirty,
  outboxDone,
  outboxPassed,
  outboxRetry,
  writeFacts,
} from './write-work.ts';

/** A store that ends with the process: durable means here that it was stored at all. */
export function memoryStore(): Store {
  const tables = emptyTables();
  let isOpen = true;

  async function within<T>(work: (tables: Tables) => T): Promise<T> {
    if (!isOpen) throw failed('the store is closed');
    try {
      return work(tables);
    } catch (cause) {
      throw cause instanceof TouchpointError ? cause : failed(String(cause), cause);
    }
  }

  return {
    load: (conversation) => within((held) => load(held, conversation)),
    events: (conversation, range) => within((held) => events(held, conversation, range)),
    commit: (commit) => within((held) => writeCommit(held, commit)),
    accept: (row) => within((held) => accept(held, row)),
    waiting: (conversation) => within((held) => waitingOf(held, conversation)),
    conversationsWaiting: (limit) => within((held) => conversationsWaiting(held, limit)),
    outboxDue: (now, limit) => within((held) => outboxDue(held, now, limit)),
    outboxDone: (rows) => within((held) => outboxDone(held, rows)),
    outboxRetry: (row, dueAt) => within((held) => outboxRetry(held, row, dueAt)),
    outboxPassed: (row) => within((held) => outboxPassed(held, row)),
    outboxNextDue: () => within(outboxNextDue),
    timersDue: (now, limit) => within((held) => timersDue(held, now, limit)),
    timersNextDue: () => within(timersNextDue),
    actionsOpen: (limit) => within((held) => actionsOpen(held, limit)),
    actionStarted: (conversation, request) => within((held) => actionStarted(held, conversation, request)),
    dirtyConversations: (limit) => within((held) => dirtyConversations(held, limit)),
    writeFacts: (conversation, seq, rows) => within((held) => writeFacts(held, { conversation, seq, rows })),
    facts: (range) => within((held) => factsBetween(held, range)),
    ...memoryBriefs(within),
    hours: (range) => within((held) => hoursBetween(held, range)),
    markAllDirty: () => within(markAllDirty),
    markDirty: (conversation) => within((held) => markDirty(held, conversation)),
    saveProgram: (program) => within((held) => saveProgram(held, program)),
    useProgram: (hash, at) => within((held) => useProgram(held, hash, at)),
    programFiles: (hash) => within((held) => held.programs.get(hash)?.files),
    programs: () => within(programsOf),
    removeProgram: (hash) => within((held) => void held.programs.delete(hash)),
    unsettled: (range) => within((held) => unsettled(held, range)),
    conversationOf: ({ channel, address }) =>
      within((held) => held.identities.get(pairKey(channel, address))?.conversation),
    conversations: ({ after, limit }) =>
      within((held) =>
        [...held.conversations.keys()]
          .toSorted()
          .filter((id) => id > after)
          .slice(0, limit),
      ),
    conversationsOf: (customer, limit) => within((held) => latestOf(held, customer, limit)),
    customerOf: (identity, fresh) => within((held) => customerOf(held, identity, fresh)),
    customersBehind: (identity) => within((held) => customersBehind(held, identity)),
    heldOn: (customer) => within((held) => heldOn(held, customer)),
    erase: (customer, at) => within((held) => erase(held, customer, at)),
    wasOfErased: (message, since) => within((held) => wasOfErased(held, message, since)),
    erasures: () => within(erasures),
    forget: (before, limit) => within((held) => forget(held, before, limit)),
    scrub: async () => [],
    ...memoryAccounts(within),
    ...memoryDesk(within),
    ...memoryUploads(within),
    agree: (name, value) => within((held) => agree(held, name, value)),
    close: async () => {
      isOpen = false;
    },
  };
}

function failed(why: string, cause?: unknown): TouchpointError {
  return new TouchpointError('STORE_FAILED', `nothing was changed in memory: ${why}`, {
    fix: 'the cause is in the message',
    ...(cause === undefined ? {} : { cause }),
  });
}
