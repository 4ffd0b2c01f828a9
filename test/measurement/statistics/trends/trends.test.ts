import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/measurement/statistics/create-random.ts';
import { laney } from '../../../../src/measurement/statistics/trends/laney.ts';
import { xmr } from '../../../../src/measurement/statistics/trends/xmr.ts';

/** Flow rates of ten batches, NIST/SEMATECH handbook §6.3.2.2. */
const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

describe('the XmR chart', () => {
  it('has the limits the NIST handbook publishes for its flow rates', () => {
    const { centre, rangeLimit, points } = xmr(flow);
    expect(centre).toBeCloseTo(50.81, 2);
    expect(points[0]?.low).toBeCloseTo(45.8159, 3);
    expect(points[0]?.high).toBeCloseTo(55.8041, 3);
    expect(rangeLimit).toBeCloseTo(1.8778 * 3.268, 2);
    expect(points.some(({ isOutside }) => isOutside)).toBe(false);
  });

  it('says so when something has changed', () => {
    expect(xmr([...flow, 60]).points.at(-1)?.isOutside).toBe(true);
  });

  it('of one value, or none, raises no alarm', () => {
    expect(xmr([]).points).toEqual([]);
    expect(xmr([5]).points).toEqual([{ value: 5, low: 5, high: 5, isOutside: false }]);
  });

  it('raises few false alarms: 2 to 8 of 1,000 points of ninety days', () => {
    const random = createRandom(5);
    let alarms = 0;
    for (let chart = 0; chart < 300; chart++) {
      alarms += xmr(Array.from({ length: 90 }, () => normal(random))).points.filter(
        ({ isOutside }) => isOutside,
      ).length;
    }
    expect(alarms / 27_000).toBeGreaterThan(0.002);
    expect(alarms / 27_000).toBeLessThan(0.008);
  });
});

describe('Laney’s p′ chart', () => {
  it('is the XmR chart of the shares where samples are of one size', () => {
    const { centre, points } = laney(flow.map((rate) => ({ count: rate * 10, n: 1000 })));
    expect(centre).toBeCloseTo(0.5081, 4);
    expect(points[3]?.low).toBeCloseTo(0.458159, 5);
    expect(points[3]?.high).toBeCloseTo(0.558041, 5);
  });

  it('is a p-chart where only chance is at work: its spread is 1, and 1 to 8 of 1,000 points lie outside', () => {
    const { spread, alarms } = simulated(0);
    expect(spread).toBeGreaterThan(0.97);
    expect(spread).toBeLessThan(1.03);
    expect(alarms).toBeGreaterThan(0.001);
    expect(alarms).toBeLessThan(0.008);
  });

  it('widens where days differ beyond chance, and raises no more false alarms', () => {
    const { spread, alarms } = simulated(0.03);
    expect(spread).toBeGreaterThan(2);
    expect(alarms).toBeLessThan(0.008);
  });

  it('keeps its limits within 0 and 1, and says nothing of nothing', () => {
    const { points } = laney([
      { count: 0, n: 5 },
      { count: 5, n: 5 },
    ]);
    expect(points.every(({ low, high }) => low === 0 && high === 1)).toBe(true);
    expect(laney([])).toEqual({ centre: 0, spread: 1, points: [] });
    expect(
      laney([
        { count: 0, n: 4 },
        { count: 0, n: 9 },
      ]).points.some(({ isOutside }) => isOutside),
    ).toBe(false);
  });
});

/** Days of about 5,000 cases, whose own shares differ by `deviation`. */
function simulated(deviation: number): { readonly spread: number; readonly alarms: number } {
  const random = createRandom(9);
  let [alarms, spread] = [0, 0];
  for (let chart = 0; chart < 200; chart++) {
    const samples = Array.from({ length: 60 }, () => {
      const n = 4000 + Math.floor(random() * 2000);
      const own = 0.6 + deviation * normal(random);
      const count = Math.round(n * own + Math.sqrt(n * own * (1 - own)) * normal(random));
      return { count, n };
    });
    const found = laney(samples);
    spread += found.spread / 200;
    alarms += found.points.filter(({ isOutside }) => isOutside).length;
  }
  return { spread, alarms: alarms / 12_000 };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
