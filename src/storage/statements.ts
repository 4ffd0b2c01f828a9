/**
 * Every statement that runs often, written once in the SQL that SQLite and PostgreSQL share; each engine compiles it once and keeps it prepared.
 * Values are given in the order of the question marks.
 */
export const statements = {
  // The turn
  head: 'select version, seq from conversations where conversation = ?',
  load: `select version, seq, at, channel, address, program, snapshot_seq, evolve_version, state
    from conversations where conversation = ?`,
  addConversation: `insert into conversations
    (version, seq, at, channel, address, program, snapshot_seq, evolve_version, state, conversation)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  setConversation: `update conversations set version = ?, seq = ?, at = ?, channel = ?, address = ?, program = ?,
    snapshot_seq = ?, evolve_version = ?, state = ? where conversation = ? and version = ?`,
  setIdentity: `insert into identities (channel, address, conversation) values (?, ?, ?)
    on conflict (channel, address) do update set conversation = excluded.conversation`,
  identity: 'select conversation from identities where channel = ? and address = ?',
  addTurn: 'insert into turns (conversation, first_seq, last_seq, at, events) values (?, ?, ?, ?, ?)',
  addWords: 'insert into words (conversation, first_seq, at, words) values (?, ?, ?, ?)',
  turns: `select t.first_seq, t.last_seq, t.events, w.words from turns t
    left join words w on w.conversation = t.conversation and w.first_seq = t.first_seq
    where t.conversation = ? and t.first_seq >=
      coalesce((select max(first_seq) from turns where conversation = ? and first_seq <= ?), 0)
    order by t.first_seq`,

  // Messages in
  inboxKnown: 'select conversation from inbox where id = ?',
  addHandled: 'insert into inbox (id, conversation, received_at, place, row) values (?, ?, ?, null, null)',
  addWaiting: `insert into inbox (id, conversation, received_at, row, place)
    select ?, ?, ?, ?, coalesce(max(place), 0) + 1 from inbox where conversation = ? and place is not null`,
  setHandled: 'update inbox set place = null, row = null where id = ?',
  waiting: 'select row from inbox where conversation = ? and place is not null order by place',
  conversationsWaiting: `select conversation from inbox where place is not null
    group by conversation order by min(received_at), conversation limit ?`,

  // Messages out
  addOutbox: `insert into outbox (id, conversation, seq, channel, queued_at, due_at, tries, row)
    values (?, ?, ?, ?, ?, 0, 0, ?)`,
  outboxDue: `select row from outbox o where due_at <= ? and not exists
    (select 1 from outbox earlier where earlier.conversation = o.conversation and earlier.seq < o.seq)
    order by due_at, queued_at limit ?`,
  outboxDone: 'delete from outbox where id = ?',
  outboxRetry: 'update outbox set due_at = ?, error = ?, tries = tries + 1 where id = ?',
  outboxNextDue: `select due_at from outbox o where not exists
    (select 1 from outbox earlier where earlier.conversation = o.conversation and earlier.seq < o.seq)
    order by due_at limit 1`,

  // Timers
  setTimer: `insert into timers (conversation, timer, due_at) values (?, ?, ?)
    on conflict (conversation, timer) do update set due_at = excluded.due_at`,
  clearTimer: 'delete from timers where conversation = ? and timer = ?',
  timersDue: 'select conversation, timer, due_at from timers where due_at <= ? order by due_at limit ?',
  timersNextDue: 'select due_at from timers order by due_at limit 1',

  // Actions
  addAction: `insert into actions (conversation, request, action, input, program, started, requested_at)
    values (?, ?, ?, ?, ?, ?, ?)`,
  removeAction: 'delete from actions where conversation = ? and request = ?',
  actionStarted: 'update actions set started = started + 1 where conversation = ? and request = ?',
  actionsOpen: `select conversation, request, action, input, program, started, requested_at from actions
    order by requested_at limit ?`,

  // Facts
  markDirty: `insert into dirty (conversation, seq, marked_at) values (?, ?, ?)
    on conflict (conversation) do update set seq = excluded.seq`,
  dirtyConversations: 'select conversation, seq from dirty order by marked_at limit ?',
  clearDirty: 'delete from dirty where conversation = ?',
  markStale: `insert into dirty (conversation, seq, marked_at)
    select conversation, seq, at from conversations where conversation = ? and seq > ?
    on conflict (conversation) do update set seq = excluded.seq`,
  markAllDirty: `insert into dirty (conversation, seq, marked_at) select conversation, seq, at from conversations where true
    on conflict (conversation) do update set seq = excluded.seq`,
  removeFacts: 'delete from facts where conversation = ?',
  addFacts: 'insert into facts (conversation, case_id, started_at, facts) values (?, ?, ?, ?)',

  // Programs
  saveProgram:
    'insert into programs (hash, files) values (?, ?) on conflict (hash) do update set files = programs.files',
  programFiles: 'select files from programs where hash = ?',
} as const;

export type StatementName = keyof typeof statements;
