/** What people are going to do, by time: the other half of the clock, on which the runtime's own timers stand. */
import type { World } from './open-world.ts';

export type Agenda = {
  add(at: number, act: () => Promise<unknown>): void;
  /** Does all of it in order, the runtime's timers between, and lets time pass until then. */
  run(world: Pick<World, 'clock' | 'runtime' | 'goTo'>, until: number): Promise<void>;
};

type Entry = { readonly at: number; readonly order: number; readonly act: () => Promise<unknown> };

export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let order = 0;
  return {
    add(at, act) {
      heap.push({ at: Math.round(at), order: order++, act });
      rise(heap);
    },
    async run(world, until) {
      for (;;) {
        const at = Math.min(heap[0]?.at ?? until, until);
        const due = world.clock.nextDue();
        if (due !== undefined && due < at) await world.goTo(due);
        else if (heap[0] && heap[0].at <= until) {
          await world.goTo(at);
          await take(heap)?.act();
          await world.runtime.settle();
        } else return world.goTo(until);
      }
    },
  };
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function rise(heap: Entry[]): void {
  for (let at = heap.length - 1; at > 0; ) {
    const above = (at - 1) >> 1;
    if (!swapWhereBefore(heap, at, above)) return;
    at = above;
  }
}

function take(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last && heap.length > 0) heap[0] = last;
  for (let at = 0; 2 * at + 1 < heap.length; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const [l, r] = [heap[left], heap[right]];
    const least = l && r && isBefore(r, l) ? right : left;
    if (!swapWhereBefore(heap, least, at)) break;
    at = least;
  }
  return first;
}

function swapWhereBefore(heap: Entry[], at: number, above: number): boolean {
  const [low, high] = [heap[at], heap[above]];
  if (!low || !high || !isBefore(low, high)) return false;
  [heap[at], heap[above]] = [high, low];
  return true;
}
