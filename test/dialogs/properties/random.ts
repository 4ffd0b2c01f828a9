/** Small random source that is the same for the same seed (mulberry32). */
export type Dice = {
  /** 0 ≤ unit < 1 */
  unit(): number;
  /** 0 ≤ below < n */
  below(n: number): number;
  /** true in `share` of all cases */
  chance(share: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
};

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(unit() * n);
  return {
    unit,
    below,
    chance: (share) => unit() < share,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}
