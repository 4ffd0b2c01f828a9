import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Store } from '../../runtime/ports.ts';
import { openStore } from '../open-store.ts';
import type { Erasure } from './erasure-journal.ts';

/** @property erased customers of the backup who were erased after it was taken, and are erased again */
export type Erased = { readonly erased: number };

/** A store, with what it does to forget a customer. */
export type ErasingStore = Store & {
  erase?(customer: string, at: Erasure['at']): Promise<unknown>;
  erasures?(): Promise<readonly Erasure[]>;
};

/**
 * Erases in a store those who are known to have been erased elsewhere, but not here.
 *
 * @throws TouchpointError STORE_FAILED where somebody is to be erased and the store cannot; other STORE_…
 */
export async function eraseAgain(store: ErasingStore, erasures: readonly Erasure[]): Promise<Erased> {
  const done = new Set((await store.erasures?.())?.map(({ customer }) => customer));
  const open = new Map(erasures.flatMap(({ customer, at }) => (done.has(customer) ? [] : [[customer, at] as const])));
  if (open.size > 0 && !store.erase) throw cannotErase(open.size);
  for (const [customer, at] of open) await store.erase?.(customer, at);
  return { erased: open.size };
}

/** Erasures noted at a place; `undefined` where it cannot be read. */
export async function erasuresAt(location: string): Promise<readonly Erasure[] | undefined> {
  try {
    const store: ErasingStore = await openStore(location, { readOnly: true });
    try {
      return (await store.erasures?.()) ?? [];
    } finally {
      await store.close();
    }
  } catch {
    return undefined;
  }
}

function cannotErase(count: number): TouchpointError {
  return new TouchpointError('STORE_FAILED', `${count} erasures are known, and this store cannot erase`, {
    fix: 'restore with a version of touchpoint that erases: nobody who was erased may come back',
  });
}
