import { describe, expect, it } from 'vitest';
import { type Body, type Lifts, lift } from '../../src/events/lift.ts';

const table: Lifts = {
  'order.shipped': {
    1: (body) => ({ ...body, data: { ...dataOf(body), parcels: 1 } }),
    2: (body) => ({ ...body, data: { ...dataOf(body), carrier: null } }),
  },
};

describe('lift', () => {
  it('brings a body through every version since its own', () => {
    expect(lift({ type: 'order.shipped', v: 1, data: { order: '7' } }, table)).toMatchObject({
      data: { order: '7', parcels: 1, carrier: null },
    });
  });

  it('starts at the version of the body', () => {
    expect(lift({ type: 'order.shipped', v: 2, data: { order: '7', parcels: 4 } }, table)).toMatchObject({
      data: { order: '7', parcels: 4, carrier: null },
    });
  });

  it('leaves a body of the newest version as it is', () => {
    const newest = { type: 'order.shipped', v: 3, data: { order: '7' } };
    expect(lift(newest, table)).toBe(newest);
  });

  it('leaves a type without lifts as it is', () => {
    const other = { type: 'order.cancelled', v: 1, data: {} };
    expect(lift(other, table)).toBe(other);
  });

  it('changes nothing of what it was given', () => {
    const stored = Object.freeze({ type: 'order.shipped', v: 1, data: Object.freeze({ order: '7' }) });
    lift(stored, table);
    expect(stored).toEqual({ type: 'order.shipped', v: 1, data: { order: '7' } });
  });
});

function dataOf(body: Body): object {
  const data = body['data'];
  return typeof data === 'object' && data !== null ? data : {};
}
