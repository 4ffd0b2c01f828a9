import { catalogue } from './catalogue.ts';
import type { Day } from './days.ts';
import { addDays, notSunday } from './days.ts';
import type { Random } from './random.ts';
import type { Customer, Item, Order, OrderStatus } from './shop-data.ts';
import { orderStatuses } from './shop-data.ts';

const usualCount = 252;

type Days = Pick<Order, 'placedOn' | 'shippedOn' | 'eta' | 'deliveredOn' | 'returnedOn' | 'refundedOn'>;

/**
 * Orders in turn of every status. The first five, one of each status, are 40010001 to 40010005 under every seed and belong to the first customer;
 * every other number is drawn.
 */
export function generateOrders(
  random: Random,
  customers: readonly Customer[],
  { today, count = usualCount }: { readonly today: Day; readonly count?: number | undefined },
): readonly Order[] {
  const numbers = drawNumbers(random, count);
  return numbers.map((number, index) => {
    const status = orderStatuses[index % orderStatuses.length] ?? 'processing';
    const owner = customers[index < orderStatuses.length ? 0 : random.integer(0, customers.length - 1)];
    if (owner === undefined) throw new RangeError('A shop needs customers before it has orders.');
    return order({ number, index, status, owner, today }, random);
  });
}

function drawNumbers(random: Random, count: number): readonly string[] {
  const numbers = new Set(orderStatuses.map((_, index) => String(40_010_001 + index)));
  while (numbers.size < count) numbers.add(String(random.integer(41_000_000, 98_999_999)));
  return [...numbers];
}

type Plan = {
  readonly number: string;
  readonly index: number;
  readonly status: OrderStatus;
  readonly owner: Customer;
  readonly today: Day;
};

function order(plan: Plan, random: Random): Order {
  const isUnpaid = plan.status === 'processing' && plan.index > 4 && random.chance(0.25);
  return {
    number: plan.number,
    customer: plan.owner.id,
    status: plan.status,
    items: items(random),
    address: plan.owner.address,
    payment: {
      method: isUnpaid ? 'card' : random.pick(['card', 'paypal', 'invoice']),
      state: isUnpaid ? 'failed' : 'paid',
    },
    carrier: random.pick(['DHL', 'Hermes', 'DPD']),
    ...daysOf(plan, random),
    isCancelled: false,
    addressChangedOn: null,
  };
}

function items(random: Random): readonly Item[] {
  const first = random.integer(0, catalogue.length - 1);
  const kinds = random.integer(1, 3);
  return catalogue.slice(first, first + kinds).map(({ key, name, priceCents }) => {
    return { product: key, name, quantity: random.chance(0.2) ? 2 : 1, priceCents };
  });
}

/** Days that fit the status: some parcels on their way are late. */
function daysOf({ status, index, today }: Plan, random: Random): Days {
  const none = { shippedOn: null, eta: null, deliveredOn: null, returnedOn: null, refundedOn: null };
  if (status === 'processing') {
    return {
      ...none,
      placedOn: addDays(today, -random.integer(0, 2)),
      eta: notSunday(addDays(today, random.integer(3, 6))),
    };
  }
  if (status === 'shipped') {
    const shippedOn = addDays(today, -random.integer(1, 3));
    const isLate = index % 20 === 16;
    const eta = isLate ? addDays(today, -random.integer(1, 4)) : notSunday(addDays(today, random.integer(1, 3)));
    return {
      ...none,
      placedOn: addDays(shippedOn, isLate ? -6 : -2),
      shippedOn: isLate ? addDays(shippedOn, -4) : shippedOn,
      eta,
    };
  }
  const deliveredOn = addDays(today, -deliveredDaysAgo(status, index, random));
  const sent = { ...none, placedOn: addDays(deliveredOn, -4), shippedOn: addDays(deliveredOn, -2), deliveredOn };
  if (status === 'delivered') return sent;
  const returnedOn = addDays(deliveredOn, 7);
  return status === 'returned' ? { ...sent, returnedOn } : { ...sent, returnedOn, refundedOn: addDays(returnedOn, 3) };
}

/** Of the delivered ones some are too old to be sent back, and a few are so old that their warranty is over. */
function deliveredDaysAgo(status: OrderStatus, index: number, random: Random): number {
  if (status !== 'delivered') return random.integer(11, 40);
  if (index % 60 === 12) return random.integer(740, 900);
  const isBeyondReturn = index % 3 === 1;
  return isBeyondReturn ? random.integer(31, 80) : random.integer(1, 29);
}
