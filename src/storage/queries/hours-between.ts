import { type Kysely, sql } from 'kysely';
import type { Store } from '../../runtime/ports.ts';
import type { Database } from '../schema/schema.ts';

type Range = Parameters<Store['hours']>[0];
type Hours = Awaited<ReturnType<Store['hours']>>;

const properties = ['touchpoint', 'dialog', 'intent', 'version'] as const;

/** The rollups of a range, added up by hour. */
export async function hoursBetween(queries: Kysely<Database>, { from, to, only }: Range): Promise<Hours> {
  let query = queries
    .selectFrom('rollups')
    .select(['hour', 'cell', sql<number>`cast(sum(n) as bigint)`.as('n')])
    .$if(from !== undefined, (asked) => asked.where('hour', '>=', from ?? 0))
    .$if(to !== undefined, (asked) => asked.where('hour', '<', to ?? 0));
  for (const name of properties) {
    const value = only[name];
    if (value !== undefined) query = query.where(name, '=', value);
  }
  return byHour(await query.groupBy(['hour', 'cell']).orderBy('hour').orderBy('cell').execute());
}

/** @param rows in order of the hour */
function byHour(rows: readonly { readonly hour: number; readonly cell: string; readonly n: number }[]): Hours {
  return [...Map.groupBy(rows, ({ hour }) => hour)].map(([hour, cells]) => ({
    hour,
    cells: Object.fromEntries(cells.map(({ cell, n }) => [cell, n])),
  }));
}
