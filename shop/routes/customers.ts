/** Who a customer is. An answer never tells more than the question already knew. */
import type { Customer } from '../data/shop-data.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { malformed, ok } from '../http/exchange.ts';
import { textField } from '../http/fields.ts';
import type { Route } from '../http/router.ts';
import { proves } from '../policy/proves.ts';
import type { Shop } from '../shop.ts';

export const customerRoutes: readonly Route[] = [
  { method: 'POST', path: '/customers/verify', answer: verify },
  { method: 'POST', path: '/customers/password-reset', answer: resetPassword },
];

/** An order number with its postcode or e-mail address proves enough. A wrong pair and an unknown order look the same. */
function verify({ body }: Exchange, shop: Shop): Answer {
  const number = textField(body, 'number');
  const proof = textField(body, 'proof');
  if (number === undefined || proof === undefined) return malformed('Verifying needs an order number and a proof.');
  const order = shop.data.orders.get(number);
  const customer = order && shop.data.customers.get(order.customer);
  return customer !== undefined && proves(customer, proof)
    ? ok(known(customer))
    : ok({ ok: false, customer: null, name: null });
}

function known(customer: Customer): object {
  return { ok: true, customer: customer.id, name: customer.name, email: masked(customer.email) };
}

/** `ada.winter@example.com` → `a…@example.com`: enough to recognise one's own. */
function masked(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}…@${domain}`;
}

/** Answers the same whether or not there is an account. */
function resetPassword({ body }: Exchange): Answer {
  const email = textField(body, 'email');
  return email?.includes('@') ? ok({ accepted: true, validMinutes: 60 }) : malformed('That is not an e-mail address.');
}
