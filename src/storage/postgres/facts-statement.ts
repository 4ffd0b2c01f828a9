/**
 * The statements that replace facts. The changes of the rollups are made of what was stored before, so the second one takes hold of those facts and does
 * nothing where they are others by now; where it comes upon facts that it could not see, it fails as a whole.
 */
import type { StatementText } from './statement-text.ts';

export const rollupsStatement: StatementText = {
  name: 'rollupsOf',
  text: `select conversation, case_id, rollup from facts where conversation = any($1::text[])`,
  needsHolder: false,
};

const place = ['hour', 'touchpoint', 'dialog', 'intent', 'version', 'cell'] as const;

function places(of: string): string {
  return place.map((column) => `${of}.${column}`).join(', ');
}

function samePlace(one: string, other: string): string {
  return place.map((column) => `${one}.${column} = ${other}.${column}`).join(' and ');
}

const sameCase = (one: string, other: string): string =>
  `${one}.conversation = ${other}.conversation and ${one}.case_id = ${other}.case_id`;

/** Rows of rollups are locked in one order. The mark goes unless newer events came; facts that come late leave one, so that they are folded again. */
export const factsStatement: StatementText = {
  name: 'writeFacts',
  text: `with given as materialized (select * from unnest($1::text[], $2::bigint[]) as g (conversation, seq)),
    was as materialized (select * from unnest($3::text[], $4::text[], $5::text[]) as w (conversation, case_id, rollup)),
    held as materialized (select f.conversation, f.case_id, f.rollup from facts f join given g on g.conversation = f.conversation
      order by f.conversation, f.case_id for update of f),
    sure as materialized (select not exists (select 1 from was w full join held h on ${sameCase('h', 'w')}
      where w.case_id is null or h.case_id is null or w.rollup is distinct from h.rollup) as yes),
    fresh as materialized (select f.* from unnest($6::text[], $7::text[], $8::bigint[], $9::text[], $10::text[])
      as f (conversation, case_id, started_at, facts, rollup), sure where yes),
    gone as (delete from facts f using held h, sure where yes and ${sameCase('f', 'h')}
      and not exists (select 1 from fresh x where ${sameCase('x', 'f')})),
    changed as (update facts f set started_at = x.started_at, facts = x.facts, rollup = x.rollup
      from fresh x, held h where ${sameCase('x', 'h')} and ${sameCase('f', 'x')}),
    added as (insert into facts (conversation, case_id, started_at, facts, rollup)
      select x.conversation, x.case_id, x.started_at, x.facts, x.rollup from fresh x
      where not exists (select 1 from held h where ${sameCase('h', 'x')})),
    change as materialized (select c.* from unnest($11::bigint[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::bigint[])
      as c (${place.join(', ')}, n), sure where yes),
    touched as materialized (select ${places('r')}, r.n from rollups r join change c on ${samePlace('r', 'c')}
      order by ${places('r')} for update of r),
    dropped as (delete from rollups r using touched t, change c
      where ${samePlace('r', 't')} and ${samePlace('t', 'c')} and t.n + c.n = 0 returning ${places('r')}),
    summed as (insert into rollups (${place.join(', ')}, n) select ${places('c')}, c.n from change c
      where not exists (select 1 from dropped d where ${samePlace('d', 'c')}) order by ${places('c')}
      on conflict (${place.join(', ')}) do update set n = rollups.n + excluded.n),
    noted as (insert into briefs (conversation, change, brief)
      select b.conversation, pg_current_xact_id()::text::bigint, b.brief from unnest($1::text[], $18::text[]) as b (conversation, brief), sure
      where yes order by b.conversation
      on conflict (conversation) do update set change = excluded.change, brief = excluded.brief),
    cleared as (delete from dirty d using given g, sure where yes and d.conversation = g.conversation and coalesce(d.seq, 0) <= g.seq),
    stale as (insert into dirty (conversation, marked_at, seq)
      select c.conversation, c.at, c.seq from conversations c join given g on g.conversation = c.conversation, sure
      where yes and c.seq > g.seq on conflict (conversation) do nothing)
    select yes from sure`,
  needsHolder: false,
};
