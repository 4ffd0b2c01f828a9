/** Seeded random numbers (mulberry32 by Tommy Ettinger, public domain): the same seed gives the same shop. Not for secrets. */

export type Random = {
  /** 0 ≤ unit < 1 */
  unit(): number;
  /** whole number, both ends included */
  integer(low: number, high: number): number;
  /** one of the list; throws where it is empty */
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
};

/** @param seed any whole number; only its lowest 32 bits count */
export function createRandom(seed: number): Random {
  const unit = mulberry32(seed);
  const integer = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  return {
    unit,
    integer,
    pick: (list) => element(list, integer(0, list.length - 1)),
    chance: (probability) => unit() < probability,
  };
}

function element<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError('There is nothing to pick from.');
  return found;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
