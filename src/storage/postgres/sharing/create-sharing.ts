import type { Head, Sharing } from '../../../runtime/ports.ts';
import { integerOf, textOf } from '../../rows/column.ts';
import type { Database } from '../database.ts';
import type { StatementText } from '../statement-text.ts';
import { hearChanges } from './hear-changes.ts';

const heads: StatementText = {
  name: 'heads',
  text: 'select conversation, version from conversations where conversation = any($1::text[])',
  needsHolder: false,
};

type Given = { readonly url: string; readonly holder: number; readonly database: Database };

/** What a process knows of the others on the same database. */
export function createSharing({ url, holder, database }: Given): Sharing & { stop(): Promise<void> } {
  const stops = new Set<() => Promise<void>>();
  return {
    listen(changed) {
      const stop = hearChanges(url, holder, changed);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        void stop();
      };
    },
    async versions(conversations) {
      const { rows } = await database.ask(heads, [conversations]);
      return new Map<string, Head['version']>(
        rows.map((row) => [textOf(row, 'conversation'), integerOf(row, 'version')]),
      );
    },
    async stop() {
      await Promise.all([...stops].map((stop) => stop()));
    },
  };
}
