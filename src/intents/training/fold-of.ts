import { randomUnit, shuffle } from './random-unit.ts';

/** Mark of a text that is in no fold: it is always learned from. */
const noFold = 255;

/**
 * Deals texts to folds so that each class is spread evenly. Counter-examples and the only text of a class are in no fold.
 *
 * @param targets class of each text, negative for a counter-example
 */
export function foldOf(
  targets: Int32Array,
  { folds, seed }: { readonly folds: number; readonly seed: number },
): Uint8Array {
  const result = new Uint8Array(targets.length).fill(noFold);
  const order = new Uint32Array(targets.length).map((_, i) => i);
  shuffle(order, randomUnit(seed));
  const dealt = new Map<number, number[]>();
  for (const i of order) {
    const target = targets[i] ?? -1;
    if (target >= 0) mine(dealt, target).push(i);
  }
  let next = 0;
  for (const texts of dealt.values()) {
    if (texts.length > 1) for (const i of texts) result[i] = next++ % folds;
  }
  return result;
}

function mine(dealt: Map<number, number[]>, target: number): number[] {
  const known = dealt.get(target);
  if (known) return known;
  const fresh: number[] = [];
  dealt.set(target, fresh);
  return fresh;
}
