/**
 * Messages that wait for the next: on a messenger people send one thought in three lines, and mean one answer. Each is stored at once, so that the
 * channel can acknowledge it; when the customer has been still for the channel's settle time they go to the mailbox together.
 */
import type { Received } from '../door.ts';
import type { Channel } from '../ports/delivery.ts';
import type { Clock, InboxRow, Store } from '../ports.ts';
import type { MessageItem } from './item.ts';
import type { Lives } from './live.ts';
import type { Mailboxes } from './mailboxes.ts';

type SettlingPorts = {
  readonly store: Pick<Store, 'accept'>;
  readonly clock: Clock;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly lives: Pick<Lives, 'get'>;
  readonly post: Mailboxes['post'];
};

export type Settling = {
  /** Whether it is to wait for further messages. */
  takes(row: InboxRow): boolean;
  /** Stores it, and lets it wait; resolves after the commit. */
  receive(row: InboxRow): Promise<Received>;
  /** Nothing more is waited for in this conversation. */
  release(conversation: string): void;
  has(row: InboxRow): boolean;
  /** What waits stays stored, for the next process. */
  stop(): void;
};

/** Somebody who never stops writing is answered after this many settle times. */
const mostWaits = 5;

type Line = { rows: readonly InboxRow[]; readonly since: number; cancel: () => void };

export function createSettling({ store, clock, channels, lives, post }: SettlingPorts): Settling {
  const lines = new Map<string, Line>();
  return {
    takes: ({ channel, isAwaited }) => settleMsOf(channel) > 0 && !isAwaited,
    async receive(row) {
      if (!(await lives.get(row.conversation))) return { status: 'unknown' };
      if ((await store.accept(row)) === 'duplicate') return { status: 'duplicate' };
      wait(row);
      return { status: 'deferred' };
    },
    release,
    has: ({ conversation, id }) => lines.get(conversation)?.rows.some((row) => row.id === id) ?? false,
    stop() {
      for (const { cancel } of lines.values()) cancel();
    },
  };

  function settleMsOf(channel: string): number {
    return channels.get(channel)?.settleMs ?? 0;
  }

  function wait(row: InboxRow): void {
    const { conversation } = row;
    const line = lines.get(conversation) ?? { rows: [], since: clock.now(), cancel: () => {} };
    line.cancel();
    line.rows = [...line.rows, row];
    lines.set(conversation, line);
    // who presses a button has said all there is to say
    if (row.via === 'choice') return release(conversation);
    const settleMs = settleMsOf(row.channel);
    const leftMs = Math.max(0, line.since + mostWaits * settleMs - clock.now());
    line.cancel = clock.after(Math.min(settleMs, leftMs), () => release(conversation));
  }

  function release(conversation: string): void {
    const line = lines.get(conversation);
    if (!line) return;
    line.cancel();
    lines.delete(conversation);
    const rows = line.rows.toSorted(inTheirOrder);
    const items = rows.map((row): MessageItem => ({ kind: 'message', row, isStored: true, settle: nobody }));
    void post(conversation, ...items).catch(() => {});
  }
}

/** As the provider counts, where it does; else as they came. */
function inTheirOrder(a: InboxRow, b: InboxRow): number {
  return (a.place ?? 0) - (b.place ?? 0);
}

const nobody = { resolve: () => {}, reject: () => {} };
