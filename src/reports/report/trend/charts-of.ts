import { quantile } from '../../../measurement/statistics/quantile.ts';
import { fewest, rounded } from '../../../measurement/statistics/rate.ts';
import { type Charted, laney } from '../../../measurement/statistics/trends/laney.ts';
import { xmr } from '../../../measurement/statistics/trends/xmr.ts';
import type { Day } from './day.ts';
import { type Chart, fewestPoints, type Trend } from './trend.ts';

type Days = readonly Day[];

/** About so many points lie outside three standard deviations by chance. */
const falseAlarms = 0.003;

/** Shares as Laney's p′ charts, medians as an XmR chart. Days that are not settled yet are not compared with those that are: they have no durable share. */
export function chartsOf(days: Days): Trend['charts'] {
  return {
    goodExperience: rateChart(days, ({ good, closed }) => ({ count: good, n: closed })),
    resolved: rateChart(days, ({ resolved, inScope }) => ({ count: resolved, n: inScope })),
    durable: rateChart(days, ({ durable, matured, unsettled }) => ({ count: durable, n: unsettled > 0 ? 0 : matured })),
    highEffort: rateChart(days, ({ high, closed }) => ({ count: high, n: closed })),
    medianEffort: medianChart(days),
  };
}

type Sampled = { readonly count: number; readonly n: number };

function rateChart(days: Days, sampleOf: (day: Day) => Sampled): Chart {
  const samples = days.map((day) => ({ from: day.from, ...sampleOf(day) })).filter(({ n }) => n >= fewest);
  const { centre, spread, points } = laney(samples);
  const isKnown = samples.length >= fewestPoints;
  return {
    method: 'laney',
    centre: isKnown ? rounded(centre) : null,
    spread: isKnown ? rounded(spread) : null,
    falseAlarms,
    points: samples.map(({ from, n }, index) => ({ from, n, ...pointOf(points[index], isKnown) })),
  };
}

function medianChart(days: Days): Chart {
  const samples = days
    .map(({ from, efforts }) => ({ from, efforts, n: efforts.reduce((sum, count) => sum + count, 0) }))
    .filter(({ n }) => n >= fewest);
  const { centre, points } = xmr(samples.map(medianOf));
  const isKnown = samples.length >= fewestPoints;
  return {
    method: 'xmr',
    centre: isKnown ? rounded(centre) : null,
    spread: null,
    falseAlarms,
    points: samples.map(({ from, n }, index) => ({ from, n, ...pointOf(points[index], isKnown) })),
  };
}

const tenths = Float64Array.from({ length: 1001 }, (_, index) => index);

function medianOf({ efforts }: Pick<Day, 'efforts'>): number {
  return (quantile(tenths, 0.5, (index) => efforts[index] ?? 0) ?? 0) / 10;
}

/** Limits only where there are enough points for them. An effort is never below 0. */
function pointOf(charted: Charted | undefined, isKnown: boolean): Omit<Chart['points'][number], 'from' | 'n'> {
  const { value, low, high, isOutside } = charted ?? { value: 0, low: 0, high: 0, isOutside: false };
  if (!isKnown) return { value: rounded(value), low: null, high: null, isOutside: false };
  return { value: rounded(value), low: rounded(Math.max(0, low)), high: rounded(high), isOutside };
}
