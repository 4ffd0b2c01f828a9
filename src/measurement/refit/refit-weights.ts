/**
 * Proposes weights of effort from what customers say of it (CES, turned round): drawn towards the published ones, never below 0, and offered only where they
 * tell more of customers they were not fitted to. Measurement §2.
 */
import { type Measures, type Signal, signals } from '../constants/measures.ts';
import { bootstrap, percentileInterval } from '../statistics/bootstrap.ts';
import { quantile } from '../statistics/quantile.ts';
import { rounded } from '../statistics/rate.ts';
import { burdenOf, fitted, type OutOfFold, outOfFold, type Prior } from './fitted.ts';

/**
 * A case whose customer said how hard it was.
 *
 * @property counts of each signal, before its cap
 * @property hard 0 for the easiest answer
 * @property weight how many customers it speaks for
 */
export type HardCase = {
  readonly customer: string;
  readonly counts: Counts;
  readonly hard: number;
  readonly weight: number;
};

export type Counts = Partial<Readonly<Record<Signal, number>>>;

/** @property all counts of every case, answered or not: their median burden stays; @property seed of the lots that are drawn */
export type History = {
  readonly answered: readonly HardCase[];
  readonly all: readonly Counts[];
  readonly seed: number;
};

/** @property events answered cases in which the signal occurred; @property fitted `null` where it keeps the published weight */
export type FittedWeight = {
  readonly signal: Signal;
  readonly published: number;
  readonly fitted: number | null;
  readonly events: number;
};

/**
 * @property gain share of the squared error of the published weights that goes away, 95 % interval over customers; `null` where nothing could be fitted
 * @property missing why no weights are offered; empty where they are
 */
export type Refit = {
  readonly answers: number;
  readonly customers: number;
  readonly gain: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly weights: readonly FittedWeight[];
  readonly missing: readonly string[];
};

const fewestAnswers = 200;
const fewestEvents = 10;

export function refitWeights(measures: Measures, { answered, all, seed }: History): Refit {
  const events = signals.map((signal) => answered.filter(({ counts }) => (counts[signal] ?? 0) > 0).length);
  const prior: Prior = {
    prior: Float64Array.from(signals, (signal) => measures.effort.signals[signal].weight),
    free: events.map((count) => count >= fewestEvents),
  };
  const answers = answered.map(({ customer, counts, hard, weight }) => {
    return { customer, x: capped(measures, counts), y: hard, weight };
  });
  const customers = new Set(answered.map(({ customer }) => customer)).size;
  const kept = signals.map((signal, at) => weightOf(measures, signal, { events: events[at] ?? 0, fitted: null }));
  const found = { answers: answered.length, customers, gain: null, weights: kept };
  const tooFew = tooFewOf(answered.length, prior.free);
  if (tooFew.length > 0) return { ...found, missing: tooFew };
  const line = fitted(answers, prior, seed);
  if (!line) return { ...found, missing: ['what customers say does not grow with the effort that was observed'] };
  const gain = gainOf(outOfFold(answers, prior, seed), seed);
  const missing =
    gain.low > 0
      ? []
      : ['the gain with customers they were not fitted to is not above 0 for sure: its interval holds 0'];
  const weights = rescaled(
    all.map((counts) => capped(measures, counts)),
    prior,
    line.slopes,
  );
  return {
    ...found,
    gain,
    missing,
    weights: signals.map((signal, at) =>
      weightOf(measures, signal, { events: events[at] ?? 0, fitted: prior.free[at] ? (weights[at] ?? 0) : null }),
    ),
  };
}

function tooFewOf(answers: number, free: readonly boolean[]): readonly string[] {
  const missing: string[] = [];
  if (answers < fewestAnswers) missing.push(`${answers} answers to CES of the ${fewestAnswers} it takes`);
  if (!free.includes(true)) missing.push(`no signal occurred in ${fewestEvents} answered cases`);
  return missing;
}

function weightOf(
  measures: Measures,
  signal: Signal,
  { events, fitted }: Pick<FittedWeight, 'events' | 'fitted'>,
): FittedWeight {
  const published = measures.effort.signals[signal].weight;
  return { signal, published, fitted: fitted === null ? null : Math.round(fitted * 100) / 100, events };
}

function capped({ effort }: Measures, counts: Counts): Float64Array {
  return Float64Array.from(signals, (signal) => Math.min(counts[signal] ?? 0, effort.signals[signal].cap));
}

/** Points of effort keep their meaning: the median burden of all cases, or where most have none of those that have any, stays where it was. */
function rescaled(all: readonly Float64Array[], { prior, free }: Prior, slopes: Float64Array): Float64Array {
  const [fitted, kept] = [slopes.map((slope, at) => (free[at] ? slope : 0)), prior.map((w, at) => (free[at] ? 0 : w))];
  const burdens = all.map((x) => ({
    before: burdenOf(x, prior),
    fitted: burdenOf(x, fitted),
    kept: burdenOf(x, kept),
  }));
  const median = medianOf(burdens.map(({ before }) => before));
  const counted = median > 0 ? burdens : burdens.filter(({ before }) => before > 0);
  const wanted = medianOf(counted.map(({ before }) => before));
  const medianAt = (scale: number): number => medianOf(counted.map((one) => scale * one.fitted + one.kept));
  let [low, high] = [0, 1];
  while (medianAt(high) < wanted && high < largestScale) high *= 2;
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (medianAt(middle) < wanted) low = middle;
    else high = middle;
  }
  return prior.map((weight, at) => (free[at] ? high * (slopes[at] ?? 0) : weight));
}

const largestScale = 1e6;
const halvings = 50;

function medianOf(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5) ?? 0;
}

function gainOf(told: readonly OutOfFold[], seed: number) {
  const owners = [...Map.groupBy(told, ({ customer }) => customer)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sums = owners.map(([, own]) => ({
    published: own.reduce((sum, { published }) => sum + published, 0),
    fitted: own.reduce((sum, { fitted }) => sum + fitted, 0),
  }));
  const gain = (times: (at: number) => number): number => {
    let [published, fitted] = [0, 0];
    for (const [at, one] of sums.entries()) {
      published += times(at) * one.published;
      fitted += times(at) * one.fitted;
    }
    return published === 0 ? 0 : 1 - fitted / published;
  };
  const [replicates = new Float64Array()] = bootstrap({ clusters: sums.length, replicates: 1_000, seed }, [
    (drawn) => gain((at) => drawn[at] ?? 0),
  ]);
  const { low, high } = percentileInterval(replicates, sums.length);
  return { value: rounded(gain(() => 1)), low: rounded(low), high: rounded(high) };
}
