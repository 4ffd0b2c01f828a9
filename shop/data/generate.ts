/** A whole shop from a seed and a day: the same two give the same shop, to the byte. */

import { catalogue } from './catalogue.ts';
import type { Day } from './days.ts';
import { addDays } from './days.ts';
import { generateCustomers } from './generate-customers.ts';
import { generateOrders } from './generate-orders.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import type { Product, ShopData, Voucher } from './shop-data.ts';

/**
 * @param today the day the shop believes it is: every other day is counted from it
 * @param orders how many; 252 when left out
 * @returns 60 customers, the orders with every status, 24 products, 12 vouchers; no tickets, returns or claims
 */
export function generate(seed: number, today: Day, orders?: number): ShopData {
  const random = createRandom(seed);
  const customers = generateCustomers(random);
  return {
    customers: byKey(customers, (customer) => customer.id),
    orders: byKey(generateOrders(random, customers, { today, count: orders }), (order) => order.number),
    products: byKey(generateProducts(random, today), (product) => product.key),
    vouchers: byKey(generateVouchers(random, today), (voucher) => voucher.code),
    tickets: new Map(),
    returns: new Map(),
    claims: new Map(),
  };
}

function byKey<T>(list: readonly T[], key: (value: T) => string): Map<string, T> {
  return new Map(list.map((value) => [key(value), value]));
}

function generateProducts(random: Random, today: Day): readonly Product[] {
  return catalogue.map((entry, index) => {
    const stock = index % 5 === 4 ? 0 : random.integer(1, 120);
    const isComingBack = stock === 0 && index % 10 === 4;
    return { ...entry, stock, backOn: isComingBack ? addDays(today, random.integer(5, 25)) : null };
  });
}

/** In turn valid, expired and used; codes are an agreeable word and two digits, so that they can be typed. */
function generateVouchers(random: Random, today: Day): readonly Voucher[] {
  const words = ['HEATH', 'BROOK', 'RIDGE', 'WELCOME'];
  return Array.from({ length: 12 }, (_, index) => {
    const kind = index % 3;
    const days = random.integer(10, 90);
    return {
      code: `${words[index % words.length]}${10 + index * 7}`,
      percent: random.pick([5, 10, 15]),
      minimumCents: random.pick([0, 3000, 5000]),
      expiresOn: addDays(today, kind === 1 ? -days : days),
      usedOn: kind === 2 ? addDays(today, -random.integer(1, 60)) : null,
    };
  });
}
