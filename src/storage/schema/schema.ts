/**
 * The tables of a Touchpoint database, for every engine. Grown only by adding: a new table, column or index carries `since` with the next version.
 */
import type { RowOf, Schema } from './table.ts';

export const schema = {
  version: 1,
  tables: {
    /** One row a conversation: what each commit compares and sets. */
    conversations: {
      key: ['conversation'],
      columns: {
        conversation: { type: 'text' },
        version: { type: 'integer' },
        seq: { type: 'integer' },
        at: { type: 'integer' },
        channel: { type: 'text' },
        address: { type: 'text', personal: true },
        program: { type: 'text' },
      },
    },

    /** The state of a conversation at `seq`: a cache, apart from the conversation's row, which every commit writes. */
    snapshots: {
      key: ['conversation'],
      columns: {
        conversation: { type: 'text' },
        seq: { type: 'integer' },
        evolve_version: { type: 'integer' },
        /** JSON */
        state: { type: 'text', personal: true },
      },
    },

    /** The conversation begun last by each channel identity. */
    identities: {
      key: ['channel', 'address'],
      clustered: true,
      columns: {
        channel: { type: 'text' },
        address: { type: 'text', personal: true },
        conversation: { type: 'text' },
      },
    },

    /** The log, a row a commit: the facts of its events as a JSON array, and apart from them what was said. Erasing the words leaves the facts. */
    turns: {
      key: ['conversation', 'first_seq'],
      columns: {
        conversation: { type: 'text' },
        first_seq: { type: 'integer' },
        last_seq: { type: 'integer' },
        /** time, customer turn and case of the last event, and of all that say nothing else */
        at: { type: 'integer' },
        turn: { type: 'integer' },
        case_id: { type: 'text', optional: true },
        events: { type: 'text' },
        /** JSON object of words by seq; null where nobody said anything or the words were erased */
        words: { type: 'text', optional: true, personal: true },
      },
    },

    /** Every message ever taken, so that none is taken twice. */
    inbox: {
      key: ['id'],
      clustered: true,
      columns: {
        /** the provider's id may hold a chat's or a mail's address */
        id: { type: 'text', personal: true },
        /** the rest is null once the message is handled */
        conversation: { type: 'text', optional: true },
        received_at: { type: 'integer', optional: true },
        /** place in the conversation's line of waiting messages */
        place: { type: 'integer', optional: true },
        /** JSON */
        row: { type: 'text', optional: true, personal: true },
      },
      indexes: { inbox_waiting: { columns: ['conversation', 'place', 'received_at'], where: 'place is not null' } },
    },

    /** Messages not delivered yet. */
    outbox: {
      key: ['id'],
      columns: {
        id: { type: 'text' },
        conversation: { type: 'text' },
        seq: { type: 'integer' },
        channel: { type: 'text' },
        queued_at: { type: 'integer' },
        /** 0: at once, whatever the clock does; later only after a failed try */
        due_at: { type: 'integer' },
        tries: { type: 'integer' },
        error: { type: 'text', optional: true, personal: true },
        row: { type: 'text', personal: true },
      },
      indexes: {
        outbox_order: { columns: ['conversation', 'seq'] },
        outbox_due: { columns: ['due_at', 'queued_at'] },
      },
    },

    timers: {
      key: ['conversation', 'timer'],
      clustered: true,
      columns: {
        conversation: { type: 'text' },
        timer: { type: 'text' },
        due_at: { type: 'integer' },
      },
      indexes: { timers_due: { columns: ['due_at'] } },
    },

    /** Requests to actions whose result is not known yet. */
    actions: {
      key: ['conversation', 'request'],
      columns: {
        conversation: { type: 'text' },
        request: { type: 'text' },
        action: { type: 'text' },
        input: { type: 'text', personal: true },
        program: { type: 'text' },
        started: { type: 'integer' },
        requested_at: { type: 'integer' },
      },
      indexes: { actions_requested: { columns: ['requested_at'] } },
    },

    /** Conversations whose facts are stale, and since when. */
    dirty: {
      key: ['conversation'],
      clustered: true,
      columns: {
        conversation: { type: 'text' },
        marked_at: { type: 'integer' },
      },
      indexes: { dirty_marked: { columns: ['marked_at'] } },
    },

    facts: {
      key: ['conversation', 'case_id'],
      columns: {
        conversation: { type: 'text' },
        case_id: { type: 'text' },
        started_at: { type: 'integer' },
        facts: { type: 'text' },
      },
      indexes: { facts_started: { columns: ['started_at'] } },
    },

    /** Programs that new conversations begin with, or older ones still run on: their files as JSON. */
    programs: {
      key: ['hash'],
      columns: {
        hash: { type: 'text' },
        since: { type: 'integer' },
        used_at: { type: 'integer' },
        files: { type: 'text' },
      },
    },
  },
} as const satisfies Schema;

type Tables = typeof schema.tables;

/** Rows by table, for typed queries. */
export type Database = { readonly [T in keyof Tables]: RowOf<Tables[T]> };
