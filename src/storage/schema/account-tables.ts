/** The tables of those who use the pages behind the sign-in. Nothing in them is about customers. */
import type { Table } from './table.ts';

export const accountTables = {
  accounts: {
    since: 3,
    key: ['name'],
    columns: {
      name: { type: 'text' },
      role: { type: 'text' },
      team: { type: 'text', optional: true },
      /** hash with its salt and cost */
      password: { type: 'text' },
      /** another one with every change: older sessions are over */
      stamp: { type: 'text' },
    },
  },

  /** Bearer tokens, by their hash. */
  tokens: {
    since: 3,
    key: ['token'],
    columns: {
      token: { type: 'text' },
      name: { type: 'text' },
      role: { type: 'text' },
      team: { type: 'text', optional: true },
    },
    indexes: { tokens_name: { columns: ['name'], since: 3 } },
  },

  /** Who is signed in, by the hash of what their cookie carries. A copy of the data signs nobody in. */
  sessions: {
    since: 3,
    running: true,
    key: ['session'],
    columns: {
      session: { type: 'text' },
      name: { type: 'text' },
      role: { type: 'text' },
      team: { type: 'text', optional: true },
      stamp: { type: 'text', optional: true },
      until: { type: 'integer' },
    },
    indexes: { sessions_until: { columns: ['until'], since: 3 } },
  },
} as const satisfies { readonly [name: string]: Table };
