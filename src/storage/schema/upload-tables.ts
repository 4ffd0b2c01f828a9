/** Files that customers sent. They go with the words of their conversation: erased with them, and forgotten as they age. */
import type { Table } from './table.ts';

export const uploadTables = {
  uploads: {
    since: 5,
    key: ['conversation', 'upload'],
    erased: 'no row',
    dated: 'at',
    columns: {
      conversation: { type: 'text' },
      upload: { type: 'text' },
      at: { type: 'integer' },
      content_type: { type: 'text' },
      name: { type: 'text', personal: true },
      /** base64 */
      content: { type: 'text', personal: true },
    },
  },
} as const satisfies { readonly [name: string]: Table };
