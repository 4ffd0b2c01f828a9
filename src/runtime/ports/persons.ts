/**
 * What stores know of persons, and how they forget it.
 */
import type { Instant } from '../../events/instant.ts';

/** Who somebody is on a channel; on the channel `signed`, who the business says they are. */
export type Identity = { readonly channel: string; readonly address: string };

/** A person whose words and identities were erased. */
export type Erasure = { readonly customer: string; readonly at: Instant };

/** What makes a message unique on its channel. */
export type ProvidersMessage = { readonly channel: string; readonly account: string; readonly providerId: string };

/** Rows by table, as they are stored. */
export type Held = { readonly [table: string]: readonly { readonly [column: string]: string | number | null }[] };

/** Of a store, what is about persons. */
export type Persons = {
  /** The customer behind an identity, who begins `fresh.conversation`: `fresh.customer`, where nobody is known by it. */
  customerOf(identity: Identity, fresh: { readonly customer: string; readonly conversation: string }): Promise<string>;
  /** customers who are known by an identity, or said something under it */
  customersBehind(identity: Identity): Promise<readonly string[]>;
  /** everything that is held on a customer; no rows where nobody is known by this id */
  heldOn(customer: string): Promise<Held>;
  /**
   * Erases the words and identities of a customer, and leaves the facts; the erasure is kept in mind. Their conversations can go on.
   *
   * @returns how many conversations they have
   */
  erase(customer: string, at: Instant): Promise<number>;
  /**
   * Whether a message that nobody is known behind any more was taken before, of somebody who was erased since then.
   *
   * @param since how long its provider may repeat it
   */
  wasOfErased(message: ProvidersMessage, since: Instant): Promise<boolean>;
  /** by customer */
  erasures(): Promise<readonly Erasure[]>;
  /**
   * Erases words older than `before`, of at most `limit` conversations, and who was behind those that have not moved since.
   *
   * @returns in how many it did; fewer than `limit`: there are no more
   */
  forget(before: Instant, limit: number): Promise<number>;
  /**
   * Removes from the disk what was erased: what databases leave in free space and in their logs. `quietly`: only as far as no turn waits for it.
   *
   * @returns what could not be done, and how it can be
   */
  scrub(how: 'quietly' | 'thoroughly'): Promise<readonly string[]>;
};
