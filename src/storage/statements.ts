/**
 * Every statement that runs often, written once in the SQL that SQLite and PostgreSQL share; each engine compiles it once and keeps it prepared.
 * Values are given in the order of the question marks.
 */
export const statements = {
  // The turn
  head: 'select version, seq from conversations where conversation = ?',
  load: `select c.version, c.seq, c.at, c.channel, c.address, c.program, c.customer, s.seq as snapshot_seq, s.evolve_version, s.state
    from conversations c left join snapshots s on s.conversation = c.conversation where c.conversation = ?`,
  addConversation: `insert into conversations (version, seq, at, channel, address, program, conversation, customer, words_since)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (conversation) do nothing`,
  setConversation: `update conversations set version = ?, seq = ?, at = ?, channel = ?, address = ?, program = ?, words_since = coalesce(words_since, at)
    where conversation = ? and version = ? and seq = ?`,
  setSnapshot: `insert into snapshots (conversation, seq, evolve_version, state) values (?, ?, ?, ?)
    on conflict (conversation) do update set
      seq = excluded.seq, evolve_version = excluded.evolve_version, state = excluded.state`,
  setIdentity: `insert into identities (channel, address, conversation, customer) values (?, ?, ?, ?)
    on conflict (channel, address) do update set conversation = excluded.conversation, customer = excluded.customer`,
  identity: 'select conversation from identities where channel = ? and address = ?',
  addTurn: `insert into turns (conversation, first_seq, last_seq, at, turn, case_id, events, words)
    values (?, ?, ?, ?, ?, ?, ?, ?)`,
  turns: `select first_seq, last_seq, at, turn, case_id, events, words from turns
    where conversation = ? and first_seq >=
      coalesce((select max(first_seq) from turns where conversation = ? and first_seq <= ?), 0) and first_seq <= ?
    order by first_seq`,

  // Messages in
  addHandled: 'insert into inbox (conversation, id) values (?, ?) on conflict (conversation, id) do nothing',
  forgetMessage: 'delete from inbox where conversation = ? and id = ?',
  addWaiting: `insert into inbox (conversation, id, received_at, row, place)
    select cast(? as text), cast(? as text), cast(? as bigint), cast(? as text), coalesce(max(place), 0) + 1 from inbox where conversation = ? and place is not null
    on conflict (conversation, id) do nothing`,
  isWaiting: 'select 1 from inbox where conversation = ? and id = ? and place is not null',
  setHandled: `update inbox set received_at = null, place = null, row = null
    where conversation = ? and id = ? and place is not null`,
  waiting: 'select row from inbox where conversation = ? and place is not null order by place',
  conversationsWaiting: `select conversation from inbox where place is not null
    group by conversation order by min(received_at), conversation limit ?`,

  // Messages out
  addOutbox: `insert into outbox (conversation, seq, channel, queued_at, due_at, tries, row)
    values (?, ?, ?, ?, 0, 0, ?)`,
  outboxDue: `select row from outbox o where due_at <= ? and not exists
    (select 1 from outbox earlier where earlier.conversation = o.conversation and earlier.channel = o.channel and earlier.seq < o.seq)
    order by due_at, queued_at limit ?`,
  outboxDone: 'delete from outbox where conversation = ? and seq = ?',
  outboxRetry: 'update outbox set due_at = ?, error = ?, tries = tries + 1 where conversation = ? and seq = ?',
  outboxPassed: 'update outbox set row = ? where conversation = ? and seq = ?',
  outboxNextDue: `select due_at from outbox o where not exists
    (select 1 from outbox earlier where earlier.conversation = o.conversation and earlier.channel = o.channel and earlier.seq < o.seq)
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
  isOpenAction: 'select 1 from actions where conversation = ? and request = ?',
  actionStarted: 'update actions set started = started + 1 where conversation = ? and request = ? and started = 0',
  actionsOpen: `select conversation, request, action, input, program, started, requested_at from actions
    order by requested_at limit ?`,

  // Facts
  markDirty: 'insert into dirty (conversation, marked_at) values (?, ?) on conflict (conversation) do nothing',
  dirtyConversations: `select d.conversation, c.seq from dirty d join conversations c on c.conversation = d.conversation
    order by d.marked_at limit ?`,
  clearDirty: 'delete from dirty where conversation = ?',
  markStale: `insert into dirty (conversation, marked_at, seq)
    select conversation, at, seq from conversations where conversation = ? and seq > ?
    on conflict (conversation) do nothing`,
  markAllDirty: `insert into dirty (conversation, marked_at, seq) select conversation, at, seq from conversations where true
    on conflict (conversation) do update set marked_at = excluded.marked_at, seq = excluded.seq, holder = null`,
  removeFacts: 'delete from facts where conversation = ? returning rollup',
  addFacts: 'insert into facts (conversation, case_id, started_at, facts, rollup) values (?, ?, ?, ?, ?)',
  writeBrief: `insert into briefs (conversation, change, brief) values (?, (select coalesce(max(change), 0) + 1 from briefs), ?)
    on conflict (conversation) do update set change = excluded.change, brief = excluded.brief`,
  briefs: `select conversation, change, brief from briefs where (change, conversation) > (?, ?)
    order by change, conversation limit ?`,
  lastChange: 'select coalesce(max(change), 0) as change from briefs',
  addRollup: `insert into rollups (hour, touchpoint, dialog, intent, version, cell, n) values (?, ?, ?, ?, ?, ?, ?)
    on conflict (hour, touchpoint, dialog, intent, version, cell) do update set n = rollups.n + excluded.n`,
  dropRollup: `delete from rollups where hour = ? and touchpoint = ? and dialog = ? and intent = ? and version = ? and cell = ?
    and n = 0`,

  // Programs
  saveProgram: `insert into programs (hash, since, used_at, files) values (?, ?, ?, ?)
    on conflict (hash) do update set since = excluded.since, used_at = excluded.used_at`,
  useProgram: 'update programs set used_at = ? where hash = ?',
  programFiles: 'select files from programs where hash = ?',
  programs: 'select hash, since, used_at from programs order by hash',
  removeProgram: 'delete from programs where hash = ?',
  unsettled: `select t.conversation, max(c.program) as program from timers t join conversations c on c.conversation = t.conversation
    where t.conversation > ? group by t.conversation order by t.conversation limit ?`,

  // Persons
  customerOf: `insert into identities (channel, address, conversation, customer) values (?, ?, ?, ?)
    on conflict (channel, address) do update set
      conversation = excluded.conversation, customer = coalesce(identities.customer, excluded.customer)
    returning customer`,
  customersBehind: 'select customer from identities where channel = ? and address = ? and customer is not null',
  customersSaying: `select distinct c.customer from turns t join conversations c on c.conversation = t.conversation
    where c.channel = ? and replace(t.words, ?, '') <> t.words and c.customer is not null`,
  conversations: 'select conversation from conversations where conversation > ? order by conversation limit ?',
  conversationsOf: 'select conversation from conversations where customer = ? order by conversation',
  movedOf: 'select conversation, at from conversations where customer = ?',
  addErasure: `insert into erasures (customer, at) values (?, ?)
    on conflict (customer) do update set at = excluded.at`,
  ofErased: `select 1 from erasures e join conversations c on c.customer = e.customer
    join inbox i on i.conversation = c.conversation and i.id = c.conversation || cast(? as text) where e.at >= ? limit 1`,
  erasures: 'select customer, at from erasures order by customer',
  markErased: 'update conversations set version = version + 1, words_since = null where conversation = ?',
  removeSnapshot: 'delete from snapshots where conversation = ?',
  withOldWords: `select conversation, customer, at from conversations where words_since < ?
    order by words_since limit ?`,
  markForgotten: `update conversations set version = version + 1, words_since =
      (select min(t.at) from turns t where t.conversation = conversations.conversation and t.words is not null)
    where conversation = ?`,

  // Desk
  setHandoff: `insert into handoffs (conversation, handoff, team, reason, since, agent, version, meant_for, offered)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (conversation) do update set handoff = excluded.handoff, team = excluded.team, reason = excluded.reason,
      since = excluded.since, agent = excluded.agent, version = excluded.version, meant_for = excluded.meant_for,
      offered = excluded.offered`,
  removeHandoff: 'delete from handoffs where conversation = ?',
  handoffs:
    'select conversation, handoff, team, reason, since, agent, version, meant_for, offered from handoffs order by since, conversation',
  setPresence: `insert into presences (agent, name, team, state, seen_at) values (?, ?, ?, ?, ?)
    on conflict (agent) do update set name = excluded.name, team = excluded.team, state = excluded.state, seen_at = excluded.seen_at`,
  reach: `update presences set reaching_until = ?
    where agent = ? and (reaching_until is null or reaching_until <= ?)`,
  letGo: 'update presences set reaching_until = null where agent = ? and reaching_until = ?',
  presences: 'select agent, name, team, state, seen_at from presences where seen_at > ?',

  // Accounts
  saveAccount: `insert into accounts (name, role, team, password, stamp) values (?, ?, ?, ?, ?)
    on conflict (name) do update set role = excluded.role, team = excluded.team, password = excluded.password, stamp = excluded.stamp`,
  account: 'select name, role, team, password, stamp from accounts where name = ?',
  removeAccount: 'delete from accounts where name = ?',
  removeTokens: 'delete from tokens where name = ?',
  accounts: 'select name, role, team from accounts order by name',
  anyAccount: 'select 1 from accounts limit 1',
  saveToken: 'insert into tokens (token, name, role, team) values (?, ?, ?, ?)',
  tokenOwner: 'select name, role, team from tokens where token = ?',
  forgetSessions: 'delete from sessions where until <= ?',
  beginSession: 'insert into sessions (session, name, role, team, stamp, until) values (?, ?, ?, ?, ?, ?)',
  sessionOwner: `select s.name, s.role, s.team from sessions s left join accounts a on a.name = s.name
    where s.session = ? and s.until > ? and (s.stamp is null or s.stamp = a.stamp)`,
  endSession: 'delete from sessions where session = ?',

  // Uploads
  keepUpload: `insert into uploads (conversation, upload, at, content_type, name, content) values (?, ?, ?, ?, ?, ?)
    on conflict (conversation, upload) do nothing`,
  upload: 'select at, content_type, name, content from uploads where conversation = ? and upload = ?',

  // Settings
  setting: 'select value from settings where name = ?',
  addSetting: 'insert into settings (name, value) values (?, ?) on conflict (name) do nothing',
} as const;

export type StatementName = keyof typeof statements;
