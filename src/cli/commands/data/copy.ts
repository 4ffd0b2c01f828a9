/**
 * `touchpoint copy`: moves a whole installation from one database to another.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { type MovedRows, moveRows } from '../../../storage/moving/move-rows.ts';
import { openSource, openTarget } from '../../../storage/moving/open-moving.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { requireEqualReports } from '../../moving/require-equal-reports.ts';
import { shownLocation } from '../../moving/shown-location.ts';
import { tellProgress } from '../../moving/tell-progress.ts';
import { botOption, jsonOption } from '../../options.ts';

const place = 'FILE|URL';

export const command: Command = {
  name: 'copy',
  summary: 'Moves all data to another database, and verifies that it is the same there',
  arguments: '',
  options: {
    bot: botOption,
    from: { type: 'string', takes: place, about: 'what is copied; no bot may run on it (default: data of the bot)' },
    to: { type: 'string', takes: place, about: 'new file, or empty database: postgres://USER:PASSWORD@HOST/NAME' },
    json: jsonOption,
  },
  run: copy,
};

async function copy(called: Called): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const from = dataLocation(textOf(called, 'from'), folder);
  const to = dataLocation(requireTarget(textOf(called, 'to')), folder);
  const tables = await move(
    from,
    to,
    tellProgress(called.output, () => performance.now()),
  );
  const found = { schema: 'copy/1', from: shownLocation(from), to: shownLocation(to), tables, verified: true };
  called.output.out(isSet(called, 'json') ? JSON.stringify(found) : summary(found));
  return 0;
}

/** The source stands still and nobody serves the target until both are known to be the same. */
async function move(from: string, to: string, told: ReturnType<typeof tellProgress>): Promise<readonly MovedRows[]> {
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      const tables = await moveRows({ from: source, to: target, told });
      await target.finish();
      const now = Date.now();
      await requireEqualReports({ from, to, clock: { now: () => now } });
      return tables;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function requireTarget(to: string | undefined): string {
  if (to !== undefined) return to;
  throw new TouchpointError('USAGE', 'copy: no target was given', {
    fix: 'say where to, as in --to postgres://USER:PASSWORD@HOST/NAME',
  });
}

type Found = { readonly from: string; readonly to: string; readonly tables: readonly MovedRows[] };

function summary({ from, to, tables }: Found): string {
  const count = (name: string) => (tables.find(({ table }) => table === name)?.rows ?? 0).toLocaleString('en');
  const rows = tables.reduce((sum, table) => sum + table.rows, 0).toLocaleString('en');
  return [
    `Copied ${count('conversations')} conversations (${rows} rows) from ${from} to ${to}.`,
    'Verified: every table is the same in both, and so is the report over everything.',
    `Serve the new one with --data, and remove ${from} when you need it no more: it still holds personal data.`,
  ].join('\n');
}
