import type { Customer } from '../data/shop-data.ts';

/** Whether a postcode or e-mail address is the customer's. Spaces and case do not matter. */
export function proves(customer: Customer, proof: string): boolean {
  const given = proof.replaceAll(' ', '').toLowerCase();
  return given === customer.email || given === customer.postcode;
}
