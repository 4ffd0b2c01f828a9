/**
 * What commits write, many rows at a time: each statement of the shared list that a turn runs, over columns of arrays instead of single values.
 */
import type { Run } from '../../codec/encode-commit.ts';
import type { StatementName } from '../../statements.ts';
import type { Value } from '../database.ts';

/**
 * @property columns of `x`, in the order of the shared statement's values; one of them is the conversation
 * @property write from `x`, the rows of conversations whose commits stand; `@holder` is who commits
 */
type Batch = {
  readonly columns: readonly (readonly [name: string, type: 'text' | 'bigint'])[];
  write(x: string): string;
};

const conversation = ['conversation', 'text'] as const;

export const batches = {
  addHandled: {
    columns: [conversation, ['id', 'text']],
    write: (x: string) => `insert into inbox (conversation, id) select x.conversation, x.id from ${x}`,
  },
  setHandled: {
    columns: [conversation, ['id', 'text']],
    write: (x: string) => `update inbox i set received_at = null, place = null, row = null from ${x}
      where i.conversation = x.conversation and i.id = x.id`,
  },
  addTurn: {
    columns: [
      conversation,
      ['first_seq', 'bigint'],
      ['last_seq', 'bigint'],
      ['at', 'bigint'],
      ['turn', 'bigint'],
      ['case_id', 'text'],
      ['events', 'text'],
      ['words', 'text'],
    ],
    write: (x: string) => `insert into turns (conversation, first_seq, last_seq, at, turn, case_id, events, words)
      select x.conversation, x.first_seq, x.last_seq, x.at, x.turn, x.case_id, x.events, x.words from ${x}`,
  },
  setSnapshot: {
    columns: [conversation, ['seq', 'bigint'], ['evolve_version', 'bigint'], ['state', 'text']],
    write: (x: string) => `insert into snapshots (conversation, seq, evolve_version, state)
      select x.conversation, x.seq, x.evolve_version, x.state from ${x} on conflict (conversation) do update set
        seq = excluded.seq, evolve_version = excluded.evolve_version, state = excluded.state`,
  },
  setIdentity: {
    columns: [['channel', 'text'], ['address', 'text'], conversation, ['customer', 'text']],
    write: (x: string) => `insert into identities (channel, address, conversation, customer)
      select distinct on (x.channel, x.address) x.channel, x.address, x.conversation, x.customer from ${x}
      on conflict (channel, address) do update set conversation = excluded.conversation, customer = excluded.customer`,
  },
  addOutbox: {
    columns: [conversation, ['seq', 'bigint'], ['channel', 'text'], ['queued_at', 'bigint'], ['row', 'text']],
    write: (x: string) => `insert into outbox (conversation, seq, channel, queued_at, due_at, tries, row, holder)
      select x.conversation, x.seq, x.channel, x.queued_at, 0, 0, x.row, @holder from ${x}`,
  },
  setTimer: {
    columns: [conversation, ['timer', 'text'], ['due_at', 'bigint']],
    write: (
      x: string,
    ) => `insert into timers (conversation, timer, due_at) select x.conversation, x.timer, x.due_at from ${x}
      on conflict (conversation, timer) do update set due_at = excluded.due_at, holder = null`,
  },
  clearTimer: {
    columns: [conversation, ['timer', 'text']],
    write: (x: string) => `delete from timers t using ${x} where t.conversation = x.conversation and t.timer = x.timer`,
  },
  addAction: {
    columns: [
      conversation,
      ['request', 'text'],
      ['action', 'text'],
      ['input', 'text'],
      ['program', 'text'],
      ['started', 'bigint'],
      ['requested_at', 'bigint'],
    ],
    write: (
      x: string,
    ) => `insert into actions (conversation, request, action, input, program, started, requested_at, holder)
      select x.conversation, x.request, x.action, x.input, x.program, x.started, x.requested_at, @holder from ${x}`,
  },
  removeAction: {
    columns: [conversation, ['request', 'text']],
    write: (x: string) =>
      `delete from actions a using ${x} where a.conversation = x.conversation and a.request = x.request`,
  },
  setHandoff: {
    columns: [
      conversation,
      ['handoff', 'text'],
      ['team', 'text'],
      ['reason', 'text'],
      ['since', 'bigint'],
      ['agent', 'text'],
      ['version', 'bigint'],
      ['meant_for', 'text'],
      ['offered', 'text'],
    ],
    write: (
      x: string,
    ) => `insert into handoffs (conversation, handoff, team, reason, since, agent, version, meant_for, offered)
      select x.conversation, x.handoff, x.team, x.reason, x.since, x.agent, x.version, x.meant_for, x.offered from ${x}
      on conflict (conversation) do update set handoff = excluded.handoff, team = excluded.team, reason = excluded.reason,
        since = excluded.since, agent = excluded.agent, version = excluded.version, meant_for = excluded.meant_for,
        offered = excluded.offered`,
  },
  removeHandoff: {
    columns: [conversation],
    write: (x: string) => `delete from handoffs h using ${x} where h.conversation = x.conversation`,
  },
  markDirty: {
    columns: [conversation, ['marked_at', 'bigint'], ['seq', 'bigint']],
    write: (x: string) => `insert into dirty (conversation, marked_at, seq, holder)
      select x.conversation, x.marked_at, x.seq, @holder from ${x}
      on conflict (conversation) do update set seq = excluded.seq, holder = excluded.holder`,
  },
} as const satisfies Partial<Record<StatementName, Batch>>;

export type BatchName = keyof typeof batches;

const names: ReadonlySet<string> = new Set(Object.keys(batches));

export function isBatch(name: string): name is BatchName {
  return names.has(name);
}

/** The values of runs of one statement, as one array a column. */
export function columnsOf(name: BatchName, runs: readonly Run[]): readonly Value[] {
  return batches[name].columns.map((_, index) => runs.map((run) => run[index + 1] ?? null));
}
