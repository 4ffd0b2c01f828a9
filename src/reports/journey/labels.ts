import type { TableView } from '../table/create-table.ts';
import type { Place } from '../table/terms.ts';

/**
 * What groups contacts, as numbers.
 *
 * @property names by number
 * @property of the number for each number of a place, plus 1; 0 where it has none
 */
export type Labels = { readonly names: readonly string[]; readonly of: Uint32Array };

export function labelsOf(table: TableView, nameOf: (place: Place) => string | null): Labels {
  const numbers = new Map<string, number>();
  const of = Uint32Array.from(table.places(), (place) => {
    const name = nameOf(place);
    if (name === null) return 0;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  });
  return { names: [...numbers.keys()], of };
}
