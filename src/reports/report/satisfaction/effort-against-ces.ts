import { rounded } from '../../../measurement/statistics/rate.ts';
import { type RankCorrelation, rankCorrelation } from '../../../measurement/statistics/survey/rank-correlation.ts';
import type { ExperienceSample } from './experience-sample.ts';

/**
 * Whether the effort that was observed goes with how hard customers say it was: CES turned round, so that a good measure of effort comes near 1.
 *
 * @returns `null` for fewer than ten answers
 */
export function effortAgainstCes({ opinions }: Pick<ExperienceSample, 'opinions'>): RankCorrelation | null {
  const pairs = opinions.flatMap(({ effort, items }) => {
    const place = items.find(({ item }) => item === 'ces')?.place ?? null;
    return effort === null || place === null ? [] : [[effort, -place] as const];
  });
  const found = rankCorrelation(pairs);
  return found ? { rho: rounded(found.rho), low: rounded(found.low), high: rounded(found.high), n: found.n } : null;
}
