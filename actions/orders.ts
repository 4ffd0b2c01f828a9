/** Orders: what may be done to them, and doing it. Reading a whole order is in actions.yaml. */
import { defineAction, z } from 'touchpoint/actions';
import { askShop } from './shop/ask-shop.ts';
import { askWhether } from './shop/ask-whether.ts';
import { changeOrder } from './shop/change-order.ts';
import { orderPath } from './shop/order-path.ts';
import { readOrder } from './shop/read-order.ts';
import { address, moneyBack, orderRef, verdict } from './shop/shapes.ts';

/** Is there such an order at all? */
export const exists = whether('exists', 'exists');
export const is_refunded = whether('is_refunded', 'refunded');
export const is_cancelled = whether('is_cancelled', 'cancelled');
export const is_address_changed = whether('address-changed', 'changed');

/** May the money go back, how much is it, and must the goods come back for it? */
export const refundable = readOrder(
  'refundable',
  verdict.extend({ amount: z.number(), currency: z.string(), mustComeBack: z.boolean() }),
);
export const returnable = readOrder('returnable', verdict);
export const cancellable = readOrder('cancellable', verdict);
/** May the parcel still go elsewhere, and where does it go now? */
export const address_changeable = readOrder('address-changeable', verdict.extend({ address }));

/** The link to an order's invoice, once there is one. */
export const invoice = readOrder(
  'invoice',
  z.object({ isReady: z.boolean(), number: z.string(), url: z.string().nullable() }),
);

/** May a damage, a missing part, a fault or a loss be claimed for this order? */
export const claimable = defineAction({
  input: orderRef.extend({ kind: z.enum(['damaged', 'missing', 'faulty', 'lost']) }),
  output: verdict,
  safe: true,
  timeout: '5s',
  retries: 2,
  run: ({ input: { number, proof, kind }, ...context }) =>
    askShop(context, { path: `${orderPath(number, 'claimable')}?kind=${kind}`, proof }, verdict),
});

/** Pays the money back; goods still with the customer get a return label. */
export const refund = changeOrder({
  part: 'refund',
  input: orderRef,
  output: moneyBack.extend({ labelUrl: z.string().nullable(), sendBy: z.string().nullable() }),
});

/** Stops an order that has not left the warehouse, and pays back what was paid. */
export const cancel = changeOrder({ part: 'cancel', input: orderRef, output: moneyBack });

/** Sends the parcel of an order that has not left the warehouse somewhere else. */
export const change_address = changeOrder({
  method: 'PUT',
  part: 'address',
  input: orderRef.extend(address.shape),
  output: z.object({ ok: z.boolean(), address }),
});

function whether(part: string, key: string) {
  return askWhether({ input: orderRef, pathOf: ({ number }) => orderPath(number, part), key });
}
