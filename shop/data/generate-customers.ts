import { cities, familyNames, givenNames, streets } from './names.ts';
import type { Random } from './random.ts';
import type { Customer } from './shop-data.ts';

const count = 60;

/**
 * Sixty people. Many share a postcode or a family name, some share nothing with anyone, one in six gave no telephone number; e-mail addresses are
 * unique. The first is the same under every seed, for examples in docs.
 */
export function generateCustomers(random: Random): readonly Customer[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? firstCustomer : customer(random, index)));
}

const firstCustomer: Customer = {
  id: 'C1001',
  name: 'Ada Winter',
  email: 'ada.winter@example.com',
  postcode: '10115',
  phone: '+493055500101',
  address: { street: 'Lindenweg 4', postcode: '10115', city: 'Berlin' },
};

function customer(random: Random, index: number): Customer {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const place = index % 4 === 3 ? placeOfOne(random, index) : random.pick(cities);
  return {
    id: `C${1001 + index}`,
    name: `${given} ${family}`,
    email: `${given}.${family}${index}@example.com`.toLowerCase(),
    postcode: place.postcode,
    phone: index % 6 === 5 ? null : `+4930555${String(10_000 + index * 37)}`,
    address: { street: `${random.pick(streets)} ${random.integer(1, 120)}`, ...place },
  };
}

/** A postcode nobody else has: the city's own with other last digits. */
function placeOfOne(random: Random, index: number): { readonly postcode: string; readonly city: string } {
  const { postcode, city } = random.pick(cities);
  return { postcode: `${postcode.slice(0, 2)}${String(500 + index)}`, city };
}
