/** Uploads over the statements that both engines share. */
import type { Uploads } from '../../runtime/ports/uploads.ts';
import type { Run } from './accounts-over.ts';
import { integerOf, textOf } from './column.ts';

export function uploadsOver({ ask, write }: { readonly ask: Run; readonly write: Run }): Uploads {
  return {
    async keepUpload({ conversation, upload, at, contentType, name, content }) {
      await write('keepUpload', conversation, upload, at, contentType, name, content);
    },
    async upload(conversation, upload) {
      const [row] = (await ask('upload', conversation, upload)).rows;
      if (row === undefined) return undefined;
      const told = { name: textOf(row, 'name'), content: textOf(row, 'content') };
      return { conversation, upload, at: integerOf(row, 'at'), contentType: textOf(row, 'content_type'), ...told };
    },
  };
}
