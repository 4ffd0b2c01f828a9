import type { CommitRows } from '../../codec/encode-commit.ts';
import { integerOf, optionalTextOf, textOf } from '../../rows/column.ts';
import type { Database } from '../database.ts';
import type { StatementText } from '../statement-text.ts';

const written: StatementText = {
  name: 'isWritten',
  text: `select c.seq, t.events, t.words from conversations c
    left join turns t on t.conversation = c.conversation and t.first_seq = $2
    where c.conversation = $1 and c.version >= $3`,
  needsHolder: false,
};

/**
 * Whether a commit whose answer was lost stands in the log: its turn, to the letter. A turn without events leaves no row; there the
 * version tells, unless others have added events.
 *
 * @throws TouchpointError STORE_UNAVAILABLE
 */
export async function isWritten(database: Database, { conversation, head, runs }: CommitRows): Promise<boolean> {
  const turn = runs.find(([name]) => name === 'addTurn');
  const [, , firstSeq = null, , , , , events = null, words = null] = turn ?? [];
  const { rows } = await database.ask(written, [conversation, firstSeq, head[0]]);
  const [row] = rows;
  if (!row) return false;
  if (!turn) return integerOf(row, 'seq') === head[1];
  return row['events'] !== null && textOf(row, 'events') === events && optionalTextOf(row, 'words') === words;
}
