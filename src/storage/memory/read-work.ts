/**
 * What waits to be done: messages, deliveries, timers, actions, facts.
 */
import type { Instant } from '../../events/instant.ts';
import type { OutboxRow } from '../../runtime/ports/delivery.ts';
import type { BriefRange, BriefRow, FactsPlace, FactsRange, FactsRow } from '../../runtime/ports/facts.ts';
import type { ActionRow, InboxRow, Store, TimerRow } from '../../runtime/ports.ts';
import { decodeInboxRow, decodeInput, decodeOutboxRow } from '../codec/decode-rows.ts';
import type { OutboxEntry, Tables } from './tables.ts';

export function waitingOf({ waiting }: Tables, conversation: string): readonly InboxRow[] {
  return [...waiting.values()]
    .filter((entry) => entry.conversation === conversation)
    .map((entry) => decodeInboxRow(entry.row));
}

export function conversationsWaiting({ waiting }: Tables, limit: number): readonly string[] {
  const byAge = [...waiting.values()].sort((a, b) => a.receivedAt - b.receivedAt);
  return [...new Set(byAge.map((entry) => entry.conversation))].slice(0, limit);
}

export function outboxDue(tables: Tables, now: Instant, limit: number): readonly OutboxRow[] {
  return oldestOfEach(tables)
    .filter((entry) => entry.dueAt <= now)
    .sort((a, b) => a.dueAt - b.dueAt || a.queuedAt - b.queuedAt)
    .slice(0, limit)
    .map((entry) => decodeOutboxRow(entry.row));
}

/** @returns `undefined` when nothing waits */
export function outboxNextDue(tables: Tables): Instant | undefined {
  return earliest(oldestOfEach(tables));
}

function oldestOfEach({ outbox }: Tables): OutboxEntry[] {
  const oldest = new Map<string, OutboxEntry>();
  for (const entry of outbox.values()) {
    const lane = `${entry.channel} ${entry.conversation}`;
    if (entry.seq < (oldest.get(lane)?.seq ?? Number.POSITIVE_INFINITY)) oldest.set(lane, entry);
  }
  return [...oldest.values()];
}

export function timersDue({ timers }: Tables, now: Instant, limit: number): readonly TimerRow[] {
  return [...timers.values()]
    .filter((timer) => timer.dueAt <= now)
    .sort((a, b) => a.dueAt - b.dueAt)
    .slice(0, limit);
}

/** @returns `undefined` when no timer is set */
export function timersNextDue({ timers }: Tables): Instant | undefined {
  return earliest([...timers.values()]);
}

function earliest(rows: readonly { readonly dueAt: Instant }[]): Instant | undefined {
  return rows.reduce<Instant | undefined>((least, { dueAt }) => Math.min(least ?? dueAt, dueAt), undefined);
}

export function actionsOpen({ actions }: Tables, limit: number): readonly ActionRow[] {
  return [...actions.values()]
    .sort((a, b) => a.requestedAt - b.requestedAt)
    .slice(0, limit)
    .map((entry) => ({ ...entry, input: decodeInput(entry.input) }));
}

type Dirty = { readonly conversation: string; readonly seq: number };

export function dirtyConversations({ dirty }: Tables, limit: number): readonly Dirty[] {
  return [...dirty].slice(0, limit).map(([conversation, seq]) => ({ conversation, seq }));
}

/** Facts of the cases that started from `from` on and before `to`, by start. */
export function factsBetween({ facts }: Tables, range: FactsRange): readonly FactsRow[] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, conversation, after, limit } = range;
  const among = conversation === undefined ? [...facts.values()].flat() : (facts.get(conversation) ?? []);
  return among
    .filter((row) => row.startedAt >= from && row.startedAt < to && (!after || byStart(row, after) > 0))
    .sort(byStart)
    .slice(0, limit)
    .map(({ rollup, ...row }) => row);
}

function byStart(a: FactsPlace, b: FactsPlace): number {
  return a.startedAt - b.startedAt || compare(a.conversation, b.conversation) || compare(a.case, b.case);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param within runs what reads the tables */
export function memoryBriefs(
  within: <T>(work: (tables: Tables) => T) => Promise<T>,
): Pick<Store, 'briefs' | 'lastChange'> {
  return {
    briefs: (range) => within((held) => briefsAfter(held, range)),
    lastChange: () => within(({ changes }) => changes.get('last') ?? 0),
  };
}

function briefsAfter({ briefs }: Tables, { after, limit }: BriefRange): readonly BriefRow[] {
  return [...briefs.values()]
    .filter(
      ({ change, conversation }) =>
        change > after.change || (change === after.change && conversation > after.conversation),
    )
    .sort((a, b) => a.change - b.change)
    .slice(0, limit);
}
