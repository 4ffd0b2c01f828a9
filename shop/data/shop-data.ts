/** What the shop knows. Records are replaced, never changed in place. */
import type { Day } from './days.ts';

export const orderStatuses = ['processing', 'shipped', 'delivered', 'returned', 'refunded'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export type Address = { readonly street: string; readonly postcode: string; readonly city: string };

export type Customer = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly postcode: string;
  /** E.164; `null` where the customer gave none */
  readonly phone: string | null;
  readonly address: Address;
};

export type Item = {
  readonly product: string;
  readonly name: string;
  readonly quantity: number;
  readonly priceCents: number;
};

export type Payment = {
  readonly method: 'card' | 'paypal' | 'invoice';
  readonly state: 'paid' | 'failed';
};

export type Order = {
  /** eight digits */
  readonly number: string;
  readonly customer: string;
  readonly status: OrderStatus;
  readonly items: readonly Item[];
  readonly address: Address;
  readonly payment: Payment;
  readonly carrier: string;
  readonly placedOn: Day;
  readonly shippedOn: Day | null;
  /** day the parcel should arrive; `null` once it has */
  readonly eta: Day | null;
  readonly deliveredOn: Day | null;
  readonly returnedOn: Day | null;
  readonly refundedOn: Day | null;
  /** refunded because it was cancelled before it left */
  readonly isCancelled: boolean;
  readonly addressChangedOn: Day | null;
};

export type Product = {
  readonly key: string;
  readonly name: string;
  readonly priceCents: number;
  readonly stock: number;
  /** `null`: in stock, or not coming back */
  readonly backOn: Day | null;
};

export type Voucher = {
  readonly code: string;
  readonly percent: number;
  readonly minimumCents: number;
  readonly expiresOn: Day;
  readonly usedOn: Day | null;
};

export type Ticket = {
  readonly id: string;
  readonly channel: 'email' | 'phone';
  readonly contact: string;
  readonly topic: string;
  readonly order: string | null;
  readonly text: string;
  /** instant as ISO text: until then a person has answered */
  readonly answerBy: string;
};

export type Return = {
  readonly id: string;
  readonly order: string;
  readonly reason: string;
  readonly labelUrl: string;
  readonly sendBy: Day;
};

export type Claim = {
  readonly id: string;
  readonly order: string;
  readonly kind: 'damaged' | 'missing' | 'faulty' | 'lost';
  readonly wants: 'replacement' | 'refund';
  readonly text: string;
  readonly answerBy: string;
};

/** Everything, by its key. */
export type ShopData = {
  readonly customers: Map<string, Customer>;
  readonly orders: Map<string, Order>;
  readonly products: Map<string, Product>;
  readonly vouchers: Map<string, Voucher>;
  readonly tickets: Map<string, Ticket>;
  readonly returns: Map<string, Return>;
  readonly claims: Map<string, Claim>;
};
