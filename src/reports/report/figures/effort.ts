import type { Band } from '../../../measurement/effort/score.ts';
import { isClosed } from '../cases/kind.ts';
import { countOf, type Sample, shareOf } from '../cases/sample.ts';
import type { EffortFigures } from '../report.ts';

/** @param quantiles of the closed cases */
export function effortFigures(sample: Sample, quantiles: Pick<EffortFigures, 'median' | 'p90'>): EffortFigures {
  const inBand = (band: Band): number =>
    countOf(sample, (kind) => isClosed(kind) && !kind.censored && kind.band === band);
  return {
    ...quantiles,
    highShare: shareOf(sample, isClosed, ({ band }) => band === 'high'),
    bands: { low: inBand('low'), moderate: inBand('moderate'), high: inBand('high') },
    censored: countOf(sample, (kind) => isClosed(kind) && kind.censored),
    histogram: histogramOf(sample.tenths),
  };
}

/** How many of the engaged cases lie in each of ten bins of ten points. */
function histogramOf(tenths: Float64Array): readonly number[] {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const effort of tenths) {
    const bin = Math.min(9, Math.floor(effort / 100));
    if (!Number.isNaN(bin)) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}
