import { type Dice, diceOf } from '../dialogs/properties/random.ts';

/** Dice of their own for one thing: the same seed and names throw the same, in whatever order things happen. */
export function diceFor(seed: number, ...names: readonly (string | number)[]): Dice {
  let hash = seed >>> 0;
  for (const letter of names.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return diceOf(hash);
}
