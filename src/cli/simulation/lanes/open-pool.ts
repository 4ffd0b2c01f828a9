/** Lanes beside one another: worlds are given to whichever is free. */
import { availableParallelism } from 'node:os';
import type { Facts } from '../../../measurement/facts.ts';
import { inlineLane } from './inline-lane.ts';
import type { Lane, Lived, Verdict, WorldTask } from './lane.ts';
import type { Prepared, Preparing } from './prepare.ts';
import { threadLane } from './thread-lane.ts';

/** @property judge by the lane it was lived in */
export type LivedIn = Lived & {
  judge(task: WorldTask, verdicts: readonly Verdict[]): Promise<readonly Facts[]>;
};

export type Pool = { live(task: WorldTask): Promise<LivedIn>; close(): Promise<void> };

/** @property worlds how many there are to be lived */
export type Pooling = Omit<Preparing, 'output'> & { readonly data: string; readonly worlds: number };

/** A database is written by one lane only; what one world needs is done in this thread. */
export async function openPool(prepared: Prepared, given: Pooling): Promise<Pool> {
  const { data, worlds, ...laneData } = given;
  const threads = data === 'memory:' ? Math.min(worlds, availableParallelism()) : 1;
  const lanes: readonly Lane[] =
    threads === 1
      ? [await inlineLane(prepared, { environment: given.environment, data })]
      : Array.from({ length: threads }, () => threadLane(laneData));
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  return {
    async live(task) {
      const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
      try {
        return { ...(await lane.live(task)), judge: lane.judge };
      } finally {
        release(lane);
      }
    },
    close: async () => void (await Promise.all(lanes.map((lane) => lane.close()))),
  };

  function release(lane: Lane): void {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  }
}
