import type { Band } from '../../../measurement/effort/score.ts';
import { isClosed } from '../cases/kind.ts';
import { countOf, type Sample, shareOf } from '../cases/sample.ts';
import type { EffortFigures } from '../report.ts';
import { type Ranked, weighted } from './ranked.ts';

/** @param quantiles of the closed cases */
export function effortFigures(sample: Sample, quantiles: Pick<EffortFigures, 'median' | 'p90'>): EffortFigures {
  const inBand = (band: Band): number =>
    countOf(sample, (kind) => isClosed(kind) && !kind.censored && kind.band === band);
  return {
    ...quantiles,
    highShare: shareOf(sample, 'closed', ({ band }) => band === 'high'),
    bands: { low: inBand('low'), moderate: inBand('moderate'), high: inBand('high') },
    censored: countOf(sample, (kind) => isClosed(kind) && kind.censored),
    histogram: histogramOf(sample),
  };
}

/** The effort of the closed cases, where they have one. */
export function closedEfforts({ engaged: { rows, starts }, kinds, table }: Sample): Ranked {
  const { kind, tenths } = table.columns();
  const isIn = Uint8Array.from(kinds, (one) => (isClosed(one) ? 1 : 0));
  const found = new Uint32Array(rows.length);
  const customers = new Uint32Array(rows.length);
  let count = 0;
  for (let cluster = 0; cluster + 1 < starts.length; cluster++)
    for (let i = starts[cluster] ?? 0; i < (starts[cluster + 1] ?? 0); i++) {
      const row = rows[i] ?? 0;
      const value = tenths[row] ?? -1;
      if (value < 0 || isIn[kind[row] ?? 0] === 0) continue;
      found[count] = value;
      customers[count++] = cluster;
    }
  return weighted({ ...placed(found.subarray(0, count)), customers: customers.subarray(0, count) });
}

const mostTenths = 1001;

/** @param tenths are replaced by their places among those that occur */
function placed(tenths: Uint32Array): Pick<Ranked, 'values' | 'places'> {
  const places = new Uint32Array(mostTenths);
  for (let i = 0; i < tenths.length; i++) places[tenths[i] ?? 0] = 1;
  const values: number[] = [];
  for (const [tenth, isPresent] of places.entries()) {
    if (isPresent === 0) continue;
    places[tenth] = values.length;
    values.push(tenth / 10);
  }
  for (let i = 0; i < tenths.length; i++) tenths[i] = places[tenths[i] ?? 0] ?? 0;
  return { values: Float64Array.from(values), places: tenths };
}

/** How many of the engaged cases lie in each of ten bins of ten points. */
function histogramOf({ engaged, table }: Sample): readonly number[] {
  const { tenths: effort } = table.columns();
  const bins = new Float64Array(10);
  const { rows } = engaged;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const value = effort[row] ?? -1;
    const bin = Math.min(9, Math.floor(value / 100));
    if (value >= 0) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return [...bins];
}
