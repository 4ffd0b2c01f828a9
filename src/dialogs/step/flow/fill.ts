/** Gives values to slots and names of the innermost dialog. */
import type { DraftOf } from '../../../events/event.ts';
import type { Value } from '../../../events/understood.ts';
import { findPaymentNumbers } from '../../../languages/secrets/find-payment-numbers.ts';
import type { Slot } from '../../program.ts';
import { emit, type Run, topFrame } from '../run.ts';

export type Filling = {
  readonly slot: Slot;
  readonly value: Value;
  readonly from: DraftOf<'slot.filled'>['data']['from'];
};

const byCustomer: readonly Filling['from'][] = ['answer', 'message', 'corrected'];

export function fill(run: Run, { slot, value, from }: Filling): void {
  emit(run, {
    type: 'slot.filled',
    actor: byCustomer.includes(from) ? 'customer' : 'bot',
    data: {
      dialog: topFrame(run)?.dialog ?? '',
      slot: slot.name,
      type: slot.type,
      from,
      shared: slot.shared,
      valid: slot.check === null,
      ...(slot.sensitive || holdsPaymentNumber(value) ? { sensitive: true } : {}),
    },
    words: { value },
  });
}

/** A card or account number is nobody's business, whatever slot it is written into. */
function holdsPaymentNumber(value: Value): boolean {
  return (typeof value === 'string' || typeof value === 'number') && findPaymentNumbers(String(value)).length > 0;
}

/** `choice`: the question whose answer it is. */
export function setValue(
  run: Run,
  given: { readonly name: string; readonly value: Value; readonly choice?: string },
): void {
  const { name, value, choice } = given;
  emit(run, {
    type: 'value.set',
    actor: 'bot',
    data: { dialog: topFrame(run)?.dialog ?? '', name, ...(choice === undefined ? {} : { choice }) },
    words: { value },
  });
}

/** Whether the innermost dialog has a value for a slot. */
export function isFilled(run: Run, slot: string): boolean {
  const value = topFrame(run)?.slots[slot];
  return value !== undefined && value !== null;
}
