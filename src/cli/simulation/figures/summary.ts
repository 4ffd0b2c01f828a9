import { isDefined } from './is-defined.ts';
import type { SeedFigures } from './seed-figures.ts';

export type Covered = { readonly seeds: number; readonly of: number; readonly share: number | null };

/** All seeds together: means over seeds, and in how many the report's interval held the truth. `null` where no seed says anything. */
export type Summary = {
  readonly seeds: number;
  readonly trueResolution: number | null;
  readonly reportedResolution: number | null;
  readonly covered: Covered;
  /** the same of what is true over all seeds: what an interval made of one seed's cases is meant to hold */
  readonly coveredLongRun: Covered;
  readonly rho: number | null;
  readonly containment: {
    readonly reported: number | null;
    readonly truth: number | null;
    readonly missesBy: number | null;
  };
};

export function summaryOf(seeds: readonly SeedFigures[]): Summary {
  const longRun = mean(seeds.map(({ resolution }) => resolution.truth));
  const reported = mean(seeds.map(({ containment }) => containment.reported));
  const truth = mean(seeds.map(({ containment }) => containment.truth));
  return {
    seeds: seeds.length,
    trueResolution: longRun,
    reportedResolution: mean(seeds.map(({ resolution }) => resolution.point)),
    covered: coveredOf(seeds.map(({ resolution: { covered } }) => covered)),
    coveredLongRun: coveredOf(seeds.map(({ resolution }) => holds(resolution, longRun))),
    rho: mean(seeds.map(({ effort }) => effort?.rho ?? null)),
    containment: { reported, truth, missesBy: reported === null || truth === null ? null : reported - truth },
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.map((value) => value ?? undefined).filter(isDefined);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function coveredOf(held: readonly (boolean | null)[]): Covered {
  const known = held.filter((one) => one !== null);
  const seeds = known.filter(Boolean).length;
  return { seeds, of: known.length, share: known.length === 0 ? null : seeds / known.length };
}

function holds({ low, high }: SeedFigures['resolution'], truth: number | null): boolean | null {
  return low === null || high === null || truth === null ? null : low <= truth && truth <= high;
}
