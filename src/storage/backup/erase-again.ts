import type { Instant } from '../../events/instant.ts';
import type { Erasure, Persons } from '../../runtime/ports/persons.ts';
import { openStore } from '../open-store.ts';

/** @property erased customers of the backup who were erased after it was taken, and are erased again */
export type Erased = { readonly erased: number };

/**
 * Erases in a store those who are known to have been erased elsewhere, but not here, or not since.
 *
 * @throws TouchpointError STORE_…
 */
export async function eraseAgain(store: Persons, erasures: readonly Erasure[]): Promise<Erased> {
  const done = new Map((await store.erasures()).map(({ customer, at }) => [customer, at]));
  const open = new Map<string, Instant>();
  for (const { customer, at } of erasures)
    if (at > (open.get(customer) ?? done.get(customer) ?? Number.NEGATIVE_INFINITY)) open.set(customer, at);
  for (const [customer, at] of open) await store.erase(customer, at);
  return { erased: open.size };
}

/** Erasures noted at a place; `undefined` where it cannot be read. */
export async function erasuresAt(location: string): Promise<readonly Erasure[] | undefined> {
  try {
    const store = await openStore(location, { readOnly: true });
    try {
      return await store.erasures();
    } finally {
      await store.close();
    }
  } catch {
    return undefined;
  }
}
