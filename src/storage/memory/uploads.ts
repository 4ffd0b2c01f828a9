import type { Uploads } from '../../runtime/ports/uploads.ts';
import { pairKey, type Tables } from './tables.ts';

/** Uploads of the memory store. */
export function memoryUploads(within: <T>(work: (tables: Tables) => T) => Promise<T>): Uploads {
  return {
    keepUpload: (row) =>
      within(({ uploads }) => {
        const key = pairKey(row.conversation, row.upload);
        if (!uploads.has(key)) uploads.set(key, row);
      }),
    upload: (conversation, upload) => within(({ uploads }) => uploads.get(pairKey(conversation, upload))),
  };
}
