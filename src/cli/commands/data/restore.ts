/**
 * `touchpoint restore FILE`: brings a backup back, without those who were erased since.
 */
import { existsSync } from 'node:fs';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Erasure } from '../../../runtime/ports/persons.ts';
import { readJournal } from '../../../storage/backup/erasure-journal.ts';
import { type Restored, restoreBackup } from '../../../storage/backup/restore-backup.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { shownLocation } from '../../moving/shown-location.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';

export const command: Command = {
  name: 'restore',
  summary: 'Brings a backup back, without those who were erased since it was taken',
  arguments: 'FILE',
  options: {
    bot: botOption,
    data: dataOption,
    force: { type: 'boolean', about: 'in place of the data that is there, which is lost: back it up first' },
    erasures: {
      type: 'string',
      takes: 'FILE',
      about: 'erasures.jsonl of data that is lost (default: the one beside it)',
    },
    json: jsonOption,
  },
  run: restore,
};

async function restore(called: Called): Promise<number> {
  const [from] = called.positionals;
  if (from === undefined) {
    throw new TouchpointError('USAGE', 'restore: no backup was named', { fix: 'touchpoint restore backup.db' });
  }
  const to = dataLocation(textOf(called, 'data'), textOf(called, 'bot') ?? '.');
  const erasures = journalGiven(textOf(called, 'erasures'));
  const restored = await restoreBackup({ from, to, isReplacing: isSet(called, 'force'), erasures });
  if (!restored.hasReadOld) called.output.err(unreadWarning);
  const { erased } = restored;
  const found = { schema: 'restore/1', file: from, data: shownLocation(to), erased };
  called.output.out(isSet(called, 'json') ? JSON.stringify(found) : summary(from, shownLocation(to), restored));
  return 0;
}

const unreadWarning =
  'warning: the data that was there could not be read, so only erasures of the journal (erasures.jsonl) were applied';

/** A journal that was named must be there: without it somebody erased would come back. */
function journalGiven(file: string | undefined): readonly Erasure[] {
  if (file === undefined) return [];
  if (existsSync(file)) return readJournal(file);
  throw new TouchpointError('USAGE', `restore: there is no file ${file}`, { fix: 'name the journal of erasures' });
}

function summary(from: string, to: string, { erased }: Restored): string {
  const people = `${erased} customer${erased === 1 ? '' : 's'}`;
  const again = erased === 0 ? '' : `\nErased again: ${people} who had been erased after it was taken.`;
  return `Restored ${from} into ${to}.${again}`;
}
