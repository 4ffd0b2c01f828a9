/** What is said between the simulation and a thread of it. One thing is done at a time, so nothing needs a number. */
import type { Facts } from '../../../measurement/facts.ts';
import type { Told } from '../../reading/words.ts';
import type { Lived, Verdict, WorldTask } from './lane.ts';
import type { Preparing } from './prepare.ts';

export type LaneData = Omit<Preparing, 'output'>;

export type ToLane =
  | { readonly kind: 'live'; readonly task: WorldTask }
  | { readonly kind: 'judge'; readonly task: WorldTask; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'close' };

export type FromLane =
  | { readonly kind: 'lived'; readonly told: Told<Lived> }
  | { readonly kind: 'judged'; readonly told: Told<readonly Facts[]> };
