import type { Facts } from '../../../measurement/facts.ts';
import type { Life } from '../living/living.ts';

/** A world to be lived: so many customers of a seed, from number `from` on. */
export type WorldTask = {
  readonly seed: number;
  readonly world: number;
  readonly from: number;
  readonly count: number;
};

/** What became of everybody in a world, and what the measurement says of it. */
export type Lived = { readonly facts: readonly Facts[]; readonly lives: readonly Life[] };

/** What a reviewer found of a case that was assumed to be solved. */
export type Verdict = { readonly conversation: string; readonly case: string; readonly value: boolean };

/** Something that worlds are lived in, one at a time. */
export type Lane = {
  live(task: WorldTask): Promise<Lived>;
  /** Lets reviewers look, and forgets the world. @returns its facts after that */
  judge(task: WorldTask, verdicts: readonly Verdict[]): Promise<readonly Facts[]>;
  close(): Promise<void>;
};
