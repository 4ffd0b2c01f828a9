import { describe, expect, it } from 'vitest';
import { packWeights } from '../../../src/intents/model/pack-weights.ts';

describe('packWeights', () => {
  it('keeps what sets classes apart to within half a hundredth of the largest weight of its row', () => {
    const weights = Float32Array.of(1, 0.5, -2, 0.5, 0.5, 0.5);
    const { starts, classes, values, scales } = packWeights({ weights, bias: new Float32Array(3) });
    expect([...starts]).toEqual([0, 2, 2]);
    expect([...classes]).toEqual([0, 2]);
    const kept = [...values].map((value) => value * (scales[0] ?? 0));
    expect(kept[0]).toBeCloseTo(0.5, 1);
    expect(kept[1]).toBeCloseTo(-2.5, 5);
  });

  it('numbers more than 256 classes with two bytes', () => {
    const weights = new Float32Array(300);
    weights[299] = 1;
    expect([...packWeights({ weights, bias: new Float32Array(300) }).classes]).toEqual([299]);
  });

  it('keeps a million weights at most, the largest', () => {
    const weights = Float32Array.from({ length: 2_200_000 }, (_, n) => (n % 2 === 0 ? 1 : -1) * (1 + (n % 1_100)));
    const { values, scales } = packWeights({ weights, bias: new Float32Array(1_100) });
    expect(values.length).toBeLessThanOrEqual(1_000_000);
    expect(values.length).toBeGreaterThan(900_000);
    expect(Math.max(...scales) * 127).toBeGreaterThan(1_000);
  });
});
