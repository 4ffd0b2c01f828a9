/**
 * `touchpoint backup`: all data in one file, while the bot goes on.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { writeBackup } from '../../../storage/backup/write-backup.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { shownLocation } from '../../moving/shown-location.ts';
import { tellProgress } from '../../moving/tell-progress.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';

export const command: Command = {
  name: 'backup',
  summary: 'Writes all data to one file, while the bot goes on',
  arguments: '',
  options: {
    bot: botOption,
    data: dataOption,
    to: { type: 'string', takes: 'FILE', about: 'the backup; for whoever may read it, it holds what customers said' },
    force: { type: 'boolean', about: 'replaces a file of that name' },
    json: jsonOption,
  },
  run: backup,
};

async function backup(called: Called): Promise<number> {
  const from = dataLocation(textOf(called, 'data'), textOf(called, 'bot') ?? '.');
  const to = resolve(requireFile(textOf(called, 'to')));
  const told = tellProgress(called.output, () => performance.now());
  await writeBackup({ from, to, isReplacing: isSet(called, 'force'), told });
  const bytes = statSync(to).size;
  const found = { schema: 'backup/1', data: shownLocation(from), file: to, bytes };
  called.output.out(
    isSet(called, 'json')
      ? JSON.stringify(found)
      : `Wrote ${to} (${bytes.toLocaleString('en')} bytes), complete and checked. \`touchpoint restore\` brings it back.`,
  );
  return 0;
}

function requireFile(to: string | undefined): string {
  if (to !== undefined) return to;
  throw new TouchpointError('USAGE', 'backup: no file was named', { fix: 'say where to, as in --to backup.db' });
}
