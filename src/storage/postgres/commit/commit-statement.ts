/**
 * A group of commits as one statement, and so one durable transaction and one way to the database and back. Each conversation stands in it once at most.
 * It compares and sets the row of every conversation, and writes what belongs to those that stood where they were expected.
 */
import type { CommitRows, Run } from '../../codec/encode-commit.ts';
import type { Value } from '../database.ts';
import type { StatementText } from '../statement-text.ts';
import { type BatchName, batches, columnsOf, isBatch } from './batches.ts';

const members = [
  ['version', 'bigint'],
  ['seq', 'bigint'],
  ['at', 'bigint'],
  ['channel', 'text'],
  ['address', 'text'],
  ['program', 'text'],
  ['conversation', 'text'],
  ['customer', 'text'],
  ['old_version', 'bigint'],
  ['old_seq', 'bigint'],
] as const;

const order: readonly BatchName[] = Object.keys(batches).filter(isBatch);

/** Of the channel that wakes other processes; a notice carries at most 8,000 bytes. */
export const channel = 'touchpoint';
const mostBytes = 7_000;

/** A group of commits, ready to be run. */
export type CommitCall = { readonly statement: StatementText; readonly values: readonly Value[] };

/**
 * @returns makes the call for a group. It names only what the group writes: to look at a statement that has nothing to do costs as much as to write a row.
 *   The few texts that come of it are kept, and so prepared once.
 */
export function commitCalls(): (group: readonly CommitRows[]) => CommitCall {
  const known = new Map<string, StatementText>();
  return (group) => {
    const runs = runsByName(group);
    const names = order.filter((name) => runs.has(name));
    const key = names.join(' ');
    const statement = known.get(key) ?? { name: `commit ${known.size}`, ...textOf(names) };
    known.set(key, statement);
    const values = [...memberColumns(group), ...names.flatMap((name) => columnsOf(name, runs.get(name) ?? []))];
    return { statement, values };
  };
}

function runsByName(group: readonly CommitRows[]): ReadonlyMap<BatchName, readonly Run[]> {
  const runs = new Map<BatchName, Run[]>();
  for (const rows of group) {
    for (const run of runsOf(rows)) {
      const name = nameOf(run);
      const same = runs.get(name);
      if (same) same.push(run);
      else runs.set(name, [run]);
    }
  }
  return runs;
}

function textOf(names: readonly BatchName[]): Omit<StatementText, 'name'> {
  let count = 0;
  const given = (columns: readonly (readonly [string, string])[]): string => {
    const arrays = columns.map(([, type]) => `$${++count}::${type}[]`);
    return `select * from unnest(${arrays.join(', ')}) as given (${columns.map(([name]) => name).join(', ')})`;
  };
  const parts = [
    `member as materialized (${given(members)})`,
    ...names.map((name) => `${name}_given as materialized (${given(batches[name].columns)})`),
    `barred as materialized (${barred(names)})`,
    moved,
    added,
    'ok as materialized (select conversation from moved union all select conversation from added)',
    ...names.map((name) => `${name} as (${writeOf(name)})`),
  ];
  const text = `with ${parts.join(',\n')}\n${told}`.replaceAll('@holder', `$${count + 1}::bigint`);
  return { text, needsHolder: true };
}

function memberColumns(group: readonly CommitRows[]): readonly Value[] {
  const rows = group.map(({ head, customer, before }) => [...head, customer, ...(before ?? [null, null])]);
  return members.map((_, index) => rows.map((row) => row[index] ?? null));
}

function runsOf({ conversation, inbox, handled, runs, head: [, seq] }: CommitRows): readonly Run[] {
  return [
    ...inbox.map((id): Run => ['addHandled', conversation, id]),
    ...handled.map((id): Run => ['setHandled', conversation, id]),
    ...runs.map((run): Run => (run[0] === 'markDirty' ? [...run, seq] : run)),
  ];
}

function nameOf([name]: Run): BatchName {
  if (isBatch(name)) return name;
  throw new TypeError(`no commit runs the statement '${name}'`);
}

/** Commits with a message that is known, one that waits no more, or the result of an action that has one. */
function barred(names: readonly BatchName[]): string {
  const found = [
    ...(names.includes('addHandled') ? [known] : []),
    ...(names.includes('setHandled') ? [handled] : []),
    ...(names.includes('removeAction') ? [answered] : []),
  ];
  return found.length === 0 ? 'select null::text as conversation where false' : found.join('\nunion\n');
}

const known = `select x.conversation from addHandled_given x
    join inbox i on i.conversation = x.conversation and i.id = x.id`;
const handled = `select x.conversation from setHandled_given x where not exists
    (select 1 from inbox i where i.conversation = x.conversation and i.id = x.id and i.place is not null)`;
const answered = `select x.conversation from removeAction_given x where not exists
    (select 1 from actions a where a.conversation = x.conversation and a.request = x.request)`;

const moved = `moved as (
  update conversations c set version = m.version, seq = m.seq, at = m.at, channel = m.channel, address = m.address,
    program = m.program, words_since = coalesce(c.words_since, c.at)
  from member m where c.conversation = m.conversation and c.version = m.old_version and c.seq = m.old_seq
    and not exists (select 1 from barred b where b.conversation = m.conversation)
  returning c.conversation)`;

const added = `added as (
  insert into conversations (conversation, version, seq, at, channel, address, program, customer,
    words_since)
  select m.conversation, m.version, m.seq, m.at, m.channel, m.address, m.program, m.customer, m.at from member m
  where m.old_version is null and not exists (select 1 from barred b where b.conversation = m.conversation)
  on conflict (conversation) do nothing returning conversation)`;

function writeOf(name: BatchName): string {
  return batches[name].write(
    `(select given.* from ${name}_given given join ok on ok.conversation = given.conversation) x`,
  );
}

/** What became of each; `last_version` and `last_seq` are what was stored before. The others are woken by one notice. */
const told = `select m.conversation, ok.conversation is not null as is_ok, b.conversation is not null as is_barred,
    c.version as last_version, c.seq as last_seq,
    case when row_number() over () = 1 then (
      select pg_notify('${channel}', @holder || ':' || case when sum(length(conversation) + 1) < ${mostBytes}
        then string_agg(conversation, ' ') else '' end)::text
      from ok having count(*) > 0) end as woken
  from member m left join ok on ok.conversation = m.conversation left join barred b on b.conversation = m.conversation
    left join conversations c on c.conversation = m.conversation`;
