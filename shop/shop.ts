/** A running shop: its data, its clock, its faults and what it was asked. One object, handed to every route. */

import type { Day } from './data/days.ts';
import { dayOf } from './data/days.ts';
import { generate } from './data/generate.ts';
import type { ShopData } from './data/shop-data.ts';
import type { Call } from './http/calls.ts';
import type { Answer } from './http/exchange.ts';
import type { Fault } from './http/faults.ts';

export type Shop = {
  /** epoch milliseconds */
  now: () => number;
  /** the clock on the wall, which goes on where nobody has stopped the shop's */
  readonly wall: () => number;
  data: ShopData;
  faults: Fault[];
  calls: Call[];
  /** answers of writing routes, by Idempotency-Key */
  readonly kept: Map<string, { readonly request: string; readonly answer: Answer }>;
};

/** @param now epoch milliseconds; the day it gives is the day the data is made for */
export function createShop(options: { readonly seed: number; readonly now: () => number }): Shop {
  return {
    now: options.now,
    wall: options.now,
    data: generate(options.seed, dayOf(options.now())),
    faults: [],
    calls: [],
    kept: new Map(),
  };
}

/**
 * As after a fresh start with this seed: data, faults, calls and kept answers.
 *
 * @property orders how many; 252 when left out
 * @property at epoch milliseconds at which the shop's clock then stands still; left out, it goes with the wall's
 */
export type Reset = { readonly seed: number; readonly orders?: number | undefined; readonly at?: number | undefined };

export function resetShop(shop: Shop, { seed, orders, at }: Reset): void {
  shop.now = at === undefined ? shop.wall : () => at;
  shop.data = generate(seed, today(shop), orders);
  shop.faults = [];
  shop.calls = [];
  shop.kept.clear();
}

export function today(shop: Shop): Day {
  return dayOf(shop.now());
}
