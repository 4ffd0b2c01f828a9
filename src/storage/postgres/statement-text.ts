/**
 * The texts of statements as PostgreSQL takes them. Most are shared with SQLite. Those that hand out work are not: here other processes may have taken it,
 * so they claim what they return for the holder that asks. A row is claimed while its holder lives; `skip locked` lets nobody wait for another's claim.
 */
import { type StatementName, statements } from '../statements.ts';

/** @property needsHolder the holder's number follows the values */
export type StatementText = { readonly name: string; readonly text: string; readonly needsHolder: boolean };

/** The database's own time: the clocks of machines differ. */
export const nowMs = '(extract(epoch from clock_timestamp()) * 1000)::bigint';

/** Of a row of work in `table`: nobody has it, or who asks, or somebody who lives no more. */
const isFree = (table: string): string =>
  `(${table}.holder is null or ${table}.holder = @holder
    or not exists (select 1 from holders h where h.holder = ${table}.holder and h.until > ${nowMs}))`;

const claiming: Partial<Readonly<Record<StatementName, string>>> = {
  outboxDue: `with due as (
      select o.conversation, o.seq from outbox o where o.due_at <= ? and ${isFree('o')} and not exists
        (select 1 from outbox earlier where earlier.conversation = o.conversation and earlier.channel = o.channel and earlier.seq < o.seq)
      order by o.due_at, o.queued_at limit ? for update of o skip locked),
    taken as (update outbox o set holder = @holder from due
      where o.conversation = due.conversation and o.seq = due.seq and o.holder is distinct from @holder)
    select o.row from outbox o join due on due.conversation = o.conversation and due.seq = o.seq
    order by o.due_at, o.queued_at`,
  timersDue: `with due as (
      select t.conversation, t.timer from timers t where t.due_at <= ? and ${isFree('t')}
      order by t.due_at limit ? for update of t skip locked),
    taken as (update timers t set holder = @holder from due
      where t.conversation = due.conversation and t.timer = due.timer and t.holder is distinct from @holder)
    select t.conversation, t.timer, t.due_at from timers t
      join due on due.conversation = t.conversation and due.timer = t.timer order by t.due_at`,
  actionsOpen: `with open as (
      select a.conversation, a.request from actions a where ${isFree('a')}
      order by a.holder is not distinct from @holder, a.requested_at limit ? for update of a skip locked),
    taken as (update actions a set holder = @holder from open
      where a.conversation = open.conversation and a.request = open.request and a.holder is distinct from @holder)
    select a.conversation, a.request, a.action, a.input, a.program, a.started, a.requested_at from actions a
      join open on open.conversation = a.conversation and open.request = a.request order by a.requested_at`,
  actionStarted: `update actions set started = started + 1
    where conversation = ? and request = ? and started = 0 and holder is not distinct from @holder`,
  outboxNextDue: `select o.due_at from outbox o where ${isFree('o')} and not exists
      (select 1 from outbox earlier where earlier.conversation = o.conversation and earlier.channel = o.channel and earlier.seq < o.seq)
    order by o.due_at limit 1`,
  timersNextDue: `select t.due_at from timers t where ${isFree('t')} order by t.due_at limit 1`,
  dirtyConversations: `with stale as (
      select d.conversation from dirty d where ${isFree('d')}
      order by d.marked_at limit ? for update of d skip locked),
    taken as (update dirty d set holder = @holder from stale
      where d.conversation = stale.conversation and d.holder is distinct from @holder)
    select d.conversation, coalesce(d.seq, 0) as seq from dirty d join stale on stale.conversation = d.conversation order by d.marked_at`,
};

/** @returns the statement with numbered parameters */
export function statementText(name: StatementName): StatementText {
  const text = claiming[name] ?? statements[name];
  return { name, ...numbered(text) };
}

function numbered(text: string): Omit<StatementText, 'name'> {
  let count = 0;
  const values = text.replace(/\?/g, () => `$${++count}`);
  const needsHolder = values.includes('@holder');
  return { text: values.replaceAll('@holder', `$${count + 1}::bigint`), needsHolder };
}
