/** The tables of the desk: which conversations wait for a person or are held by one, and who is there. Neither holds a customer's words. */
import type { Table } from './table.ts';

export const deskTables = {
  handoffs: {
    since: 4,
    key: ['conversation'],
    clustered: true,
    columns: {
      conversation: { type: 'text' },
      handoff: { type: 'text' },
      team: { type: 'text', optional: true },
      reason: { type: 'text' },
      since: { type: 'integer' },
      agent: { type: 'text', optional: true },
      version: { type: 'integer' },
      meant_for: { type: 'text', optional: true },
      offered: { type: 'text', optional: true, since: 7 },
    },
    indexes: { handoffs_since: { columns: ['since', 'conversation'], since: 4 } },
  },

  /** A row a person, renewed by their heartbeat. */
  presences: {
    since: 4,
    running: true,
    key: ['agent'],
    clustered: true,
    columns: {
      agent: { type: 'text' },
      name: { type: 'text' },
      team: { type: 'text', optional: true },
      state: { type: 'text' },
      seen_at: { type: 'integer' },
      /** until then one of the agent's processes takes a conversation for them */
      reaching_until: { type: 'integer', optional: true, since: 7 },
    },
    indexes: { presences_seen: { columns: ['seen_at'], since: 4 } },
  },
} as const satisfies { readonly [name: string]: Table };
