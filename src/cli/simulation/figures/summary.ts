import { isDefined } from './is-defined.ts';
import type { SeedFigures } from './seed-figures.ts';

/** All seeds together: means over seeds, and in how many the report's interval held the truth. `null` where no seed says anything. */
export type Summary = {
  readonly seeds: number;
  readonly trueResolution: number | null;
  readonly reportedResolution: number | null;
  readonly covered: { readonly seeds: number; readonly of: number; readonly share: number | null };
  readonly rho: number | null;
  readonly containment: {
    readonly reported: number | null;
    readonly truth: number | null;
    readonly missesBy: number | null;
  };
};

export function summaryOf(seeds: readonly SeedFigures[]): Summary {
  const known = seeds.flatMap(({ resolution: { covered } }) => (covered === null ? [] : [covered]));
  const reported = mean(seeds.map(({ containment }) => containment.reported));
  const truth = mean(seeds.map(({ containment }) => containment.truth));
  const held = known.filter(Boolean).length;
  return {
    seeds: seeds.length,
    trueResolution: mean(seeds.map(({ resolution }) => resolution.truth)),
    reportedResolution: mean(seeds.map(({ resolution }) => resolution.point)),
    covered: { seeds: held, of: known.length, share: known.length === 0 ? null : held / known.length },
    rho: mean(seeds.map(({ effort }) => effort?.rho ?? null)),
    containment: { reported, truth, missesBy: reported === null || truth === null ? null : reported - truth },
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.map((value) => value ?? undefined).filter(isDefined);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
