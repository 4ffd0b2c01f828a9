import { rounded } from '../../../measurement/statistics/rate.ts';
import { type RankCorrelation, rankCorrelation } from '../../../measurement/statistics/survey/rank-correlation.ts';
import type { Sample } from '../cases/sample.ts';

/**
 * Whether the effort that was observed goes with how hard customers say it was: CES turned round, so that a good measure of effort comes near 1.
 *
 * @returns `null` for fewer than ten answers
 */
export function effortAgainstCes({ engaged, table }: Sample): RankCorrelation | null {
  const { said, tenths } = table.columns();
  const places = Float64Array.from(
    table.saids(),
    ({ survey }) => survey.items.find(({ item }) => item === 'ces')?.place ?? Number.NaN,
  );
  if (places.every(Number.isNaN)) return null;
  const counts = new Map<number, number>();
  const { rows } = engaged;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const place = places[said[row] ?? 0] ?? Number.NaN;
    const effort = tenths[row] ?? -1;
    if (effort < 0 || Number.isNaN(place)) continue;
    const pair = effort * mostPlaces + place;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const pairs = [...counts].map(([pair, n]) => ({ a: Math.floor(pair / mostPlaces), b: -(pair % mostPlaces), n }));
  const found = rankCorrelation(pairs.toSorted((one, other) => one.a - other.a || one.b - other.b));
  return found ? { rho: rounded(found.rho), low: rounded(found.low), high: rounded(found.high), n: found.n } : null;
}

const mostPlaces = 1_000;
