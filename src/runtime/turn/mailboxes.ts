/**
 * One mailbox per conversation: what arrives is handled strictly one after another, messages that wait together are taken together.
 */

import type { Work } from '../work.ts';
import type { Item, MessageItem } from './item.ts';

/**
 * Handles what was taken from a mailbox: one item, or several messages that count as one customer turn.
 * `hold` puts messages aside; `release` brings them back, in their order, before anything that came later.
 */
export type HandleBatch = (conversation: string, batch: readonly Item[], box: Holding) => Promise<void>;

export type Holding = {
  readonly held: readonly MessageItem[];
  hold(item: MessageItem): void;
  release(): void;
};

export type Mailboxes = {
  /** Resolves when the items were handled; rejects with what went wrong. What is posted together is there together. */
  post(conversation: string, ...items: readonly Item[]): Promise<void>;
  /** conversations with messages put aside */
  holding(): readonly string[];
  /** Brings back what was put aside. */
  release(conversation: string): void;
  /** Whether a message waits here, in line or aside. */
  has(conversation: string, id: string): boolean;
};

/** Messages taken together are at most this many. */
const largestBatch = 20;

type Posted = { readonly item: Item; readonly done: () => void; readonly failed: (error: unknown) => void };
/** @property isWanted what was put aside is to come back */
type Box = { posted: Posted[]; held: MessageItem[]; isRunning: boolean; isWanted: boolean };

export function createMailboxes(handle: HandleBatch, work: Work): Mailboxes {
  const boxes = new Map<string, Box>();
  return {
    async post(conversation, ...items) {
      const box = boxes.get(conversation) ?? { posted: [], held: [], isRunning: false, isWanted: false };
      boxes.set(conversation, box);
      const posted = items.map((item) => new Promise<void>((done, failed) => box.posted.push({ item, done, failed })));
      start(conversation, box);
      await Promise.all(posted);
    },
    holding: () => [...boxes].flatMap(([conversation, { held }]) => (held.length > 0 ? [conversation] : [])),
    release(conversation) {
      const box = boxes.get(conversation);
      if (!box) return;
      box.isWanted = true;
      start(conversation, box);
    },
    has(conversation, id) {
      const { held = [], posted = [] } = boxes.get(conversation) ?? {};
      const isIt = (item: Item): boolean => item.kind === 'message' && item.row.id === id;
      return held.some(isIt) || posted.some(({ item }) => isIt(item));
    },
  };

  function start(conversation: string, box: Box): void {
    if (!box.isRunning) void work.track(run(conversation, box));
  }

  async function run(conversation: string, box: Box): Promise<void> {
    box.isRunning = true;
    for (giveBack(box); box.posted.length > 0; giveBack(box))
      await handlePosted(conversation, box, takeBatch(box.posted));
    box.isRunning = false;
    if (box.held.length === 0) boxes.delete(conversation);
  }

  async function handlePosted(conversation: string, box: Box, batch: readonly Posted[]): Promise<void> {
    try {
      await handle(
        conversation,
        batch.map(({ item }) => item),
        holdingOf(box),
      );
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}

/** Between two batches only: what a batch is about to put aside belongs behind what was put aside before. */
function giveBack(box: Box): void {
  if (box.isWanted) holdingOf(box).release();
  box.isWanted = false;
}

function holdingOf(box: Box): Holding {
  return {
    get held() {
      return box.held;
    },
    hold: (item) => void box.held.push(item),
    release() {
      box.posted.unshift(...box.held.map((item) => ({ item, done: nothing, failed: nothing })));
      box.held = [];
    },
  };
}

/** The first item; where it is a message, those behind it too, unless one is a repetition. */
function takeBatch(posted: Posted[]): readonly Posted[] {
  const ids = new Set<string>();
  let count = 0;
  for (const { item } of posted) {
    if (item.kind !== 'message' || ids.has(item.row.id) || count === largestBatch) break;
    ids.add(item.row.id);
    count++;
  }
  return posted.splice(0, Math.max(1, count));
}

function nothing(): void {}
