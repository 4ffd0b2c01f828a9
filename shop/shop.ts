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
  now(): number;
  data: ShopData;
  faults: Fault[];
  calls: Call[];
  /** answers of writing routes, by Idempotency-Key */
  readonly kept: Map<string, { readonly request: string; readonly answer: Answer }>;
};

/** @param now epoch milliseconds; the day it gives is the day the data is made for */
export function createShop(options: { readonly seed: number; now(): number }): Shop {
  return {
    now: options.now,
    data: generate(options.seed, dayOf(options.now())),
    faults: [],
    calls: [],
    kept: new Map(),
  };
}

/** As after a fresh start with this seed: data, faults, calls and kept answers. */
export function resetShop(shop: Shop, seed: number): void {
  shop.data = generate(seed, today(shop));
  shop.faults = [];
  shop.calls = [];
  shop.kept.clear();
}

export function today(shop: Shop): Day {
  return dayOf(shop.now());
}
