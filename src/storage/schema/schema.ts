/**
 * The tables of a Touchpoint database, for every engine. Grown only by adding: a new table, column or index carries `since` with the next version.
 * The conversation stands in every key of what belongs to one, so that a distributed database can be divided by it.
 */
import { accountTables } from './account-tables.ts';
import { deskTables } from './desk-tables.ts';
import type { RowOf, Schema } from './table.ts';
import { uploadTables } from './upload-tables.ts';

export const schema = {
  version: 7,
  carried: {
    // The inbox and the outbox have the conversation in their key now. Version 1 existed on SQLite only; its message ids begin with the conversation.
    2: {
      before: [
        'drop index inbox_waiting',
        'drop index outbox_order',
        'drop index outbox_due',
        'alter table inbox rename to inbox_1',
        'alter table outbox rename to outbox_1',
      ],
      after: [
        `insert into inbox (conversation, id, received_at, place, row)
          select coalesce(conversation, substr(id, 1, instr(id, '/') - 1)), id, received_at, place, row from inbox_1`,
        `insert into outbox (conversation, seq, channel, queued_at, due_at, tries, error, row)
          select conversation, seq, channel, queued_at, due_at, tries, error, row from outbox_1`,
        // facts of version 1 are in no rollup: they are made anew
        `insert into dirty (conversation, marked_at) select conversation, at from conversations where true
          on conflict (conversation) do nothing`,
        'drop table inbox_1',
        'drop table outbox_1',
        `update conversations set
          customer = (select json_extract(events, '$[0].data.customer') from turns t
            where t.conversation = conversations.conversation and t.first_seq = 1),
          words_since = (select min(t.at) from turns t where t.conversation = conversations.conversation)`,
        `update identities set customer =
          (select c.customer from conversations c where c.conversation = identities.conversation)`,
      ],
    },
    // Reports read briefs now, which come with facts that are made anew.
    6: {
      before: [],
      after: [
        `insert into dirty (conversation, marked_at, seq) select conversation, at, seq from conversations where true
          on conflict (conversation) do nothing`,
      ],
    },
  },
  tables: {
    /** One row a conversation: what each commit compares and sets. */
    conversations: {
      key: ['conversation'],
      erased: { address: '' },
      columns: {
        conversation: { type: 'text' },
        version: { type: 'integer' },
        seq: { type: 'integer' },
        at: { type: 'integer' },
        channel: { type: 'text' },
        address: { type: 'text', personal: true },
        program: { type: 'text' },
        /** random id of the customer */
        customer: { type: 'text', optional: true, since: 2 },
        /** no words here are older; null: there are none */
        words_since: { type: 'integer', optional: true, since: 2 },
      },
      indexes: {
        conversations_customer: { columns: ['customer', 'conversation'], since: 2 },
        conversations_words: { columns: ['words_since'], where: 'words_since is not null', since: 2 },
      },
    },

    /** The state of a conversation at `seq`: a cache, apart from the conversation's row, which every commit writes. */
    snapshots: {
      key: ['conversation'],
      erased: 'no row',
      columns: {
        conversation: { type: 'text' },
        seq: { type: 'integer' },
        evolve_version: { type: 'integer' },
        /** JSON */
        state: { type: 'text', personal: true },
      },
    },

    /** Who is behind each channel identity: the one place that leads from a person to a customer's random id; and the conversation begun last. */
    identities: {
      key: ['channel', 'address'],
      clustered: true,
      erased: 'no row',
      columns: {
        channel: { type: 'text' },
        address: { type: 'text', personal: true },
        conversation: { type: 'text' },
        customer: { type: 'text', optional: true, since: 2 },
      },
      indexes: { identities_customer: { columns: ['customer'], since: 2 } },
    },

    /** Persons whose words and identities were erased, so that an older backup can be cleansed again. Holds the random id only. */
    erasures: {
      since: 2,
      key: ['customer'],
      columns: { customer: { type: 'text' }, at: { type: 'integer' } },
    },

    /** The log, a row a commit: the facts of its events as a JSON array, and apart from them what was said. Erasing the words leaves the facts. */
    turns: {
      key: ['conversation', 'first_seq'],
      dated: 'at',
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
      since: 2,
      key: ['conversation', 'id'],
      clustered: true,
      erased: { received_at: null, place: null },
      dated: 'received_at',
      columns: {
        conversation: { type: 'text' },
        /** channels hand in ids that say nothing of a person */
        id: { type: 'text' },
        /** the rest is null once the message is handled */
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
      since: 2,
      key: ['conversation', 'seq'],
      erased: 'no row',
      dated: 'queued_at',
      columns: {
        conversation: { type: 'text' },
        seq: { type: 'integer' },
        channel: { type: 'text' },
        queued_at: { type: 'integer' },
        /** 0: at once, whatever the clock does; later only after a failed try */
        due_at: { type: 'integer' },
        tries: { type: 'integer' },
        error: { type: 'text', optional: true, personal: true },
        row: { type: 'text', personal: true },
        holder: { type: 'integer', optional: true, running: true },
      },
      indexes: { outbox_due: { columns: ['due_at', 'queued_at'] } },
    },

    timers: {
      key: ['conversation', 'timer'],
      clustered: true,
      columns: {
        conversation: { type: 'text' },
        timer: { type: 'text' },
        due_at: { type: 'integer' },
        holder: { type: 'integer', optional: true, running: true, since: 2 },
      },
      indexes: { timers_due: { columns: ['due_at'] } },
    },

    /** Requests to actions whose result is not known yet. */
    actions: {
      key: ['conversation', 'request'],
      erased: { input: 'null' },
      dated: 'requested_at',
      columns: {
        conversation: { type: 'text' },
        request: { type: 'text' },
        action: { type: 'text' },
        input: { type: 'text', personal: true },
        program: { type: 'text' },
        started: { type: 'integer' },
        requested_at: { type: 'integer' },
        holder: { type: 'integer', optional: true, running: true, since: 2 },
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
        /** the last event that is to be folded, where several processes share the work */
        seq: { type: 'integer', optional: true, since: 2 },
        holder: { type: 'integer', optional: true, running: true, since: 2 },
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
        /** JSON: what the case adds to the rollups, to be taken back when it is replaced */
        rollup: { type: 'text', optional: true, since: 2 },
      },
      indexes: { facts_started: { columns: ['started_at'] } },
    },

    /** What reports keep of the cases of a conversation, and the number of its last change, by which readers find what is new. */
    briefs: {
      since: 6,
      key: ['conversation'],
      columns: {
        conversation: { type: 'text' },
        change: { type: 'integer' },
        /** a line a case */
        brief: { type: 'text' },
      },
      indexes: { briefs_change: { columns: ['change', 'conversation'], since: 6 } },
    },

    /** Sums over cases, kept by whoever writes facts: a row a number, so that any number of processes may add to it. None is 0. */
    rollups: {
      since: 2,
      key: ['hour', 'touchpoint', 'dialog', 'intent', 'version', 'cell'],
      clustered: true,
      columns: {
        hour: { type: 'integer' },
        touchpoint: { type: 'text' },
        dialog: { type: 'text' },
        intent: { type: 'text' },
        version: { type: 'text' },
        cell: { type: 'text' },
        n: { type: 'integer' },
      },
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

    /**
     * Processes that share the work, each until when it is known to live. A row of work with a `holder` is taken by nobody else while that process
     * lives.
     */
    holders: {
      since: 2,
      running: true,
      key: ['holder'],
      columns: {
        holder: { type: 'integer' },
        until: { type: 'integer' },
      },
    },

    /** What all processes must agree on, such as the key that signs tokens in development. */
    settings: {
      since: 2,
      key: ['name'],
      columns: {
        name: { type: 'text' },
        value: { type: 'text' },
      },
    },

    ...accountTables,
    ...deskTables,
    ...uploadTables,
  },
} as const satisfies Schema;

type Tables = typeof schema.tables;

/** Rows by table, for typed queries. */
export type Database = { readonly [T in keyof Tables]: RowOf<Tables[T]> };
