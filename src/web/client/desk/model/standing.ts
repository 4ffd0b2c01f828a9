import type { Held, Place, Queue } from '../server/queue.ts';

/** Where a conversation stands at the desk. */
export type Standing =
  | { readonly kind: 'waiting'; readonly place: Place }
  | { readonly kind: 'mine' | 'other'; readonly place: Held };

/** @returns `undefined` where it neither waits nor is held */
export function standingOf(queue: Queue | undefined, id: string): Standing | undefined {
  const waiting = queue?.waiting.find((one) => one.id === id);
  if (waiting) return { kind: 'waiting', place: waiting };
  const held = queue?.held.find((one) => one.id === id);
  return held && { kind: held.isMine ? 'mine' : 'other', place: held };
}
