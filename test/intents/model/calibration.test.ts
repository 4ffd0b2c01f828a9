import { describe, expect, it } from 'vitest';
import { calibrate, type HeldOut } from '../../../src/intents/model/calibrate.ts';
import { chooseThreshold } from '../../../src/intents/model/choose-threshold.ts';

/** Texts of class 0 with a logit for it against 0 for class 1, of which some are of class 1 in truth. */
function heldOut(rows: readonly { readonly logit: number; readonly target: number }[]): HeldOut {
  const sizes = new Float64Array(2);
  for (const { target } of rows) sizes[target] = (sizes[target] ?? 0) + 1;
  return {
    logits: Float32Array.from(rows.flatMap(({ logit }) => [logit, 0])),
    rows: [...rows.keys()],
    targets: Int32Array.from(rows, ({ target }) => target),
    classes: 2,
    sizes,
  };
}

const repeat = <T>(times: number, value: T) => Array.from({ length: times }, () => value);

describe('calibrate', () => {
  it('finds the sharpness at which probabilities are shares', () => {
    const rows = [
      ...repeat(80, { logit: 1, target: 0 }),
      ...repeat(20, { logit: -1, target: 0 }),
      ...repeat(80, { logit: -1, target: 1 }),
      ...repeat(20, { logit: 1, target: 1 }),
    ];
    expect(calibrate(heldOut(rows))).toBeCloseTo(Math.log(4), 2);
  });

  it('stays within bounds when everything is right, or wrong', () => {
    expect(calibrate(heldOut(repeat(10, { logit: 5, target: 0 })))).toBeLessThanOrEqual(8);
    expect(calibrate(heldOut(repeat(10, { logit: -5, target: 0 })))).toBeGreaterThanOrEqual(0.2);
  });

  it('has a usual value without held-out texts', () => {
    expect(calibrate(heldOut([]))).toBe(2);
  });
});

describe('chooseThreshold', () => {
  const scores = Array.from({ length: 100 }, (_, i) => 0.5 + i / 250);
  const rows = scores.map((score) => ({ logit: Math.log(score / (1 - score)), target: 0 }));
  const choose = (acceptedLoss: number, given = rows) =>
    chooseThreshold(heldOut(given), { sharpness: 1, acceptedLoss, outOfScope: 1 });

  it('gives up the accepted share of right answers and no more', () => {
    const threshold = choose(0.1);
    expect(scores.filter((score) => score < threshold - 1e-6)).toHaveLength(10);
  });

  it('is never so high that clear messages are sent back', () => {
    expect(choose(0.9)).toBe(0.7);
  });

  it('does not count what was wrong anyway, nor texts out of scope', () => {
    const wrong = Array.from({ length: 100 }, () => ({ logit: -3, target: 1 }));
    expect(choose(0.1, [...rows, ...wrong])).toBe(choose(0.1));
  });

  it('is one half when nothing was held out', () => {
    expect(choose(0.1, [])).toBe(0.5);
  });
});
