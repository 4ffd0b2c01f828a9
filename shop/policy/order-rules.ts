/** The shop's promises to its customers, in one place. The texts are read to customers. */
import type { Day } from '../data/days.ts';
import { addDays, daysBetween, spoken } from '../data/days.ts';
import type { Order } from '../data/shop-data.ts';
import type { Verdict } from './verdict.ts';
import { allowed, denied } from './verdict.ts';

/** days after delivery within which goods may come back */
const returnDays = 30;
/** days after delivery within which faults are put right free of charge */
const warrantyDays = 730;

/** days within which money that was sent back has arrived */
export const refundTransferDays = 3;

/** Money back: for goods that came back, and for delivered ones while they may come back. */
export function mayRefund(order: Order, today: Day): Verdict {
  if (order.status === 'returned') return allowed;
  if (order.status === 'processing')
    return denied('not_sent', 'it has not left our warehouse yet. You can cancel it instead');
  if (order.status === 'shipped') return denied('on_its_way', 'it is still on its way to you');
  if (order.status === 'refunded')
    return denied('already_refunded', `the money was sent back on ${spoken(order.refundedOn ?? today)}`);
  return withinReturnDays(order, today);
}

export function mayReturn(order: Order, today: Day): Verdict {
  if (order.status === 'processing')
    return denied('not_sent', 'it has not left our warehouse yet. You can cancel it instead');
  if (order.status === 'shipped') return denied('on_its_way', 'it is still on its way to you');
  if (order.status === 'delivered') return withinReturnDays(order, today);
  return denied('already_returned', 'it has already come back to us');
}

export function mayCancel(order: Order): Verdict {
  if (order.status === 'processing') return allowed;
  if (order.isCancelled) return denied('already_cancelled', 'it is cancelled already');
  if (order.status === 'shipped') return denied('on_its_way', 'the parcel is already on its way');
  return denied('too_late', 'it has already been delivered');
}

export function mayChangeAddress(order: Order): Verdict {
  if (order.status === 'processing') return allowed;
  if (order.status === 'shipped') return denied('on_its_way', 'the parcel is already with the carrier');
  return denied('too_late', 'this order is complete');
}

/** A fault, damage or missing part can be claimed once the parcel is there; a loss once it is late or said to be there. */
export function mayClaim(order: Order, kind: string, today: Day): Verdict {
  if (kind === 'lost') return mayClaimLoss(order, today);
  if (order.deliveredOn === null) return denied('not_delivered', 'our records say the parcel has not arrived yet');
  if (order.status === 'refunded') return denied('already_refunded', 'the money for it was already sent back');
  return isUnderWarranty(order, today) ? allowed : denied('warranty_over', 'it was delivered more than two years ago');
}

/** @returns the last day of the warranty; `null` before delivery */
export function warrantyUntil(order: Order): Day | null {
  return order.deliveredOn === null ? null : addDays(order.deliveredOn, warrantyDays);
}

/** When refunded money has arrived at the latest, and whether that day is over; `null` and no where nothing was refunded. */
export function refundArrival(
  order: Order,
  today: Day,
): { readonly refundArrivesBy: Day | null; readonly isRefundOverdue: boolean } {
  if (order.refundedOn === null || order.payment.state !== 'paid')
    return { refundArrivesBy: null, isRefundOverdue: false };
  const refundArrivesBy = addDays(order.refundedOn, refundTransferDays);
  return { refundArrivesBy, isRefundOverdue: refundArrivesBy < today };
}

/** Whole days a parcel on its way is behind its promise; 0 when it is not. */
export function daysLate(order: Order, today: Day): number {
  return order.eta === null ? 0 : Math.max(0, daysBetween(order.eta, today));
}

function mayClaimLoss(order: Order, today: Day): Verdict {
  if (order.status === 'processing') return denied('not_sent', 'it has not left our warehouse yet');
  if (order.status === 'shipped' && daysLate(order, today) === 0)
    return denied('on_its_way', 'it is on its way and not late yet');
  return order.status === 'refunded' ? denied('already_refunded', 'the money for it was already sent back') : allowed;
}

function withinReturnDays(order: Order, today: Day): Verdict {
  const isOpen = order.deliveredOn !== null && daysBetween(order.deliveredOn, today) <= returnDays;
  return isOpen ? allowed : denied('too_late', `it was delivered more than ${returnDays} days ago`);
}

function isUnderWarranty(order: Order, today: Day): boolean {
  return order.deliveredOn !== null && daysBetween(order.deliveredOn, today) <= warrantyDays;
}
