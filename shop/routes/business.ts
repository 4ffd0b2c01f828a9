import type { Route } from '../http/router.ts';
import { customerRoutes } from './customers.ts';
import { offerRoutes } from './offers.ts';
import { orderChangeRoutes } from './order-changes.ts';
import { orderRoutes } from './orders.ts';
import { paymentRoutes } from './payments.ts';
import { returnRoutes } from './returns.ts';
import { ticketRoutes } from './tickets.ts';

/** Everything a bot may ask of the shop. These routes keep calls, take faults and honour Idempotency-Key. */
export const businessRoutes: readonly Route[] = [
  ...orderRoutes,
  ...orderChangeRoutes,
  ...returnRoutes,
  ...customerRoutes,
  ...paymentRoutes,
  ...offerRoutes,
  ...ticketRoutes,
];
