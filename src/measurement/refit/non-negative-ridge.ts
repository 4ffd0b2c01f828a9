/** One observation: `x` by predictor, `y` what they shall explain, `weight` how much it counts. */
export type Observation = { readonly x: Float64Array; readonly y: number; readonly weight: number };

/**
 * @property target towards which each coefficient is drawn
 * @property free whether a coefficient may leave its target
 * @property strength of the pull, 0 for none; 1 pulls as hard as all observations of a predictor together
 */
export type Pull = { readonly target: Float64Array; readonly free: readonly boolean[]; readonly strength: number };

export type Line = { readonly intercept: number; readonly slopes: Float64Array };

/**
 * Non-negative ridge regression drawn towards targets: minimises Σ w·(y − a − Σ bⱼxⱼ)² + λ·Σ vⱼ·(bⱼ − tⱼ)² over b ≥ 0, where vⱼ is the weighted spread of
 * predictor j, so that its unit does not matter. What never varies keeps its target.
 *
 * Source: Hoerl & Kennard, Technometrics 12 (1970) 55, about a target instead of 0; solved by coordinate descent (Friedman, Hastie & Tibshirani, Journal of
 * Statistical Software 33 (2010) 1), which finds the one minimum of this convex problem. Checked against Anscombe, American Statistician 27 (1973) 17
 * (slope 0.500, intercept 3.00), and by the conditions every minimum must meet.
 */
export function nonNegativeRidge(observations: readonly Observation[], { target, free, strength }: Pull): Line {
  const { mean, meanY, spread, against } = momentsOf(observations, target.length);
  const slopes = Float64Array.from(target, (value) => Math.max(0, value));
  for (let round = 0; round < mostRounds; round++) {
    let moved = 0;
    for (let j = 0; j < slopes.length; j++) {
      const own = spread[j]?.[j] ?? 0;
      if (own <= 0 || !free[j]) continue;
      const pull = strength * own;
      const left = (against[j] ?? 0) - dot(spread[j], slopes) + own * (slopes[j] ?? 0);
      const next = Math.max(0, (left + pull * (target[j] ?? 0)) / (own + pull));
      moved = Math.max(moved, Math.abs(next - (slopes[j] ?? 0)));
      slopes[j] = next;
    }
    if (moved < 1e-10) break;
  }
  return { intercept: meanY - dot(mean, slopes), slopes };
}

const mostRounds = 5_000;

export function valueOn({ intercept, slopes }: Line, x: Float64Array): number {
  return intercept + dot(x, slopes);
}

type Moments = {
  readonly mean: Float64Array;
  readonly meanY: number;
  readonly spread: readonly Float64Array[];
  readonly against: Float64Array;
};

/** Weighted, about the means. */
function momentsOf(observations: readonly Observation[], predictors: number): Moments {
  const { mean, meanY } = meansOf(observations, predictors);
  const spread = Array.from({ length: predictors }, () => new Float64Array(predictors));
  const against = new Float64Array(predictors);
  for (const { x, y, weight } of observations) {
    const offset = x.map((value, j) => value - (mean[j] ?? 0));
    for (const [j, row] of spread.entries()) {
      const own = weight * (offset[j] ?? 0);
      against[j] = (against[j] ?? 0) + own * (y - meanY);
      add(row, own, offset);
    }
  }
  return { mean, meanY, spread, against };
}

function meansOf(observations: readonly Observation[], predictors: number): Pick<Moments, 'mean' | 'meanY'> {
  const sums = new Float64Array(predictors);
  let [sumY, total] = [0, 0];
  for (const { x, y, weight } of observations) {
    total += weight;
    sumY += weight * y;
    add(sums, weight, x);
  }
  return { mean: sums.map((sum) => sum / total), meanY: sumY / total };
}

function add(sums: Float64Array, times: number, x: Float64Array): void {
  for (let j = 0; j < sums.length; j++) sums[j] = (sums[j] ?? 0) + times * (x[j] ?? 0);
}

function dot(a: Float64Array | undefined, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < b.length; j++) sum += (a?.[j] ?? 0) * (b[j] ?? 0);
  return sum;
}
