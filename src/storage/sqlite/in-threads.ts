import type { RowStore } from '../rows/row-store.ts';
import { openInThread } from './thread/open-in-thread.ts';

/**
 * A database whose turns are written in one thread and whose reports are read in another, which is started by the first report.
 *
 * @throws TouchpointError STORE_NEWER, STORE_READ_ONLY, STORE_FULL, STORE_FAILED
 */
export async function openInThreads(file: string): Promise<RowStore> {
  const writer = await openInThread({ file, readOnly: false });
  let reader: Promise<RowStore> | undefined;
  return {
    ...writer,
    async facts(range) {
      reader ??= openInThread({ file, readOnly: true });
      reader.catch(() => {
        reader = undefined;
      });
      return (await reader).facts(range);
    },
    async close() {
      const opened = await reader?.catch(() => undefined);
      await opened?.close();
      await writer.close();
    },
  };
}
