import { softmax } from '../training/softmax.ts';
import type { HeldOut } from './calibrate.ts';

/** A phrase in scope whose best intent was right: its score, and its share of all phrases in scope. */
export type Right = { readonly score: number; readonly share: number };

/** used when nothing could be held out */
const untested = 0.5;
/** A message understood with more than this is never sent back, however easy the training phrases were to tell apart. */
const highest = 0.7;
const lowest = 0.2;

/**
 * The highest threshold that rejects at most `acceptedLoss` (0-1) of the held-out phrases in scope although their best intent is right; each intent
 * weighs the same, so one with many phrases does not decide for all.
 *
 * @param outOfScope class that is no intent, -1 when there is none
 * @returns between 0.2 and 0.7; 0.5 when nothing was held out
 */
export function chooseThreshold(
  heldOut: HeldOut,
  {
    sharpness,
    acceptedLoss,
    outOfScope,
  }: { readonly sharpness: number; readonly acceptedLoss: number; readonly outOfScope: number },
): number {
  const inScope = heldOut.rows.filter((i) => heldOut.targets[i] !== outOfScope);
  const weightOf = (i: number) => 1 / (heldOut.sizes[heldOut.targets[i] ?? 0] ?? 1);
  const total = inScope.reduce((sum, i) => sum + weightOf(i), 0);
  const right = inScope.flatMap((i): readonly Right[] => {
    const score = rightScore(heldOut, i, { sharpness, outOfScope });
    return score === undefined ? [] : [{ score, share: weightOf(i) / total }];
  });
  return thresholdFor(right, acceptedLoss);
}

/** As `chooseThreshold`, where scores are known already. */
export function thresholdFor(right: readonly Right[], acceptedLoss: number): number {
  let lost = 0;
  for (const { score, share } of right.toSorted((a, b) => a.score - b.score)) {
    lost += share;
    if (lost > acceptedLoss) return Math.min(highest, Math.max(lowest, score));
  }
  return untested;
}

/** The score of the best intent when it is the true one. */
function rightScore(
  { logits, targets, classes }: HeldOut,
  i: number,
  { sharpness, outOfScope }: { readonly sharpness: number; readonly outOfScope: number },
): number | undefined {
  const probabilities = Float64Array.from(logits.subarray(i * classes, (i + 1) * classes));
  softmax(probabilities, sharpness);
  const own = probabilities[targets[i] ?? 0] ?? 0;
  const better = probabilities.some((probability, k) => k !== outOfScope && probability > own);
  return better ? undefined : own;
}
