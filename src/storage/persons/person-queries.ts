/** What is asked about persons, as data. */
import type { Instant } from '../../events/instant.ts';
import type { Erasure, Identity, ProvidersMessage } from '../../runtime/ports/persons.ts';
import { integerOf, optionalTextOf, type Row, textOf } from '../rows/column.ts';
import type { Query } from '../rows/queries.ts';

/** A conversation with words that are too old. */
export type OldWords = { readonly conversation: string; readonly customer: string | null; readonly at: Instant };

export const personQueries = {
  conversationsOf: (customer: string): Query<readonly string[]> => ({
    statement: 'conversationsOf',
    values: [customer],
    read: (rows) => rows.map((row) => textOf(row, 'conversation')),
  }),
  customersBehind: ({ channel, address }: Identity): Query<readonly string[]> => ({
    statement: 'customersBehind',
    values: [channel, address],
    read: customers,
  }),
  /** goes through everything that was said: an identity that was only ever named in messages stands nowhere else */
  customersSaying: ({ channel, address }: Identity): Query<readonly string[]> => ({
    statement: 'customersSaying',
    values: [channel, `"from":{"id":${JSON.stringify(address)}`],
    read: customers,
  }),
  wasOfErased: ({ channel, account, providerId }: ProvidersMessage, since: Instant): Query<boolean> => ({
    statement: 'ofErased',
    values: [`/${[channel, account, providerId].join('/')}`, since],
    read: (rows) => rows.length > 0,
  }),
  erasures: (): Query<readonly Erasure[]> => ({
    statement: 'erasures',
    values: [],
    read: (rows) => rows.map((row) => ({ customer: textOf(row, 'customer'), at: integerOf(row, 'at') })),
  }),
  withOldWords: (before: Instant, limit: number): Query<readonly OldWords[]> => ({
    statement: 'withOldWords',
    values: [before, limit],
    read: (rows) =>
      rows.map((row) => ({
        conversation: textOf(row, 'conversation'),
        customer: optionalTextOf(row, 'customer'),
        at: integerOf(row, 'at'),
      })),
  }),
} as const;

function customers(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => textOf(row, 'customer'));
}
