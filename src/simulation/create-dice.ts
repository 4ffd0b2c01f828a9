import { createRandom } from '../measurement/statistics/create-random.ts';

/** Draws that are the same for the same seed. Of an empty list or all weights 0 nothing can be drawn: RangeError. */
export type Dice = {
  /** 0 ≤ unit < 1 */
  unit(): number;
  chance(probability: number): boolean;
  /** low ≤ number < high */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** log-normal: half of them below `median`; `spread` is the standard deviation of the logarithm */
  skewed(median: number, spread: number): number;
};

/** @param parts what the draws depend on, so that one customer's do not move when another says more */
export function createDice(...parts: readonly number[]): Dice {
  const unit = createRandom(
    parts.reduce((seed, part) => (Math.imul(seed ^ part, 0x9e3779b1) ^ (seed >>> 15)) | 0, 0x2545f491),
  );
  return {
    unit,
    chance: (probability) => unit() < probability,
    between: (low, high) => low + (high - low) * unit(),
    pick: (list) => element(list, Math.floor(unit() * list.length)),
    weighted(list) {
      let left = unit() * list.reduce((sum, [, weight]) => sum + weight, 0);
      const found = list.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? element(list, list.length - 1))[0];
    },
    skewed: (median, spread) => median * Math.exp(spread * normal(unit)),
  };
}

/** Box and Muller, Annals of Mathematical Statistics 29 (1958) 610. */
function normal(unit: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
}

function element<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError('there is nothing to draw from');
  return found;
}
