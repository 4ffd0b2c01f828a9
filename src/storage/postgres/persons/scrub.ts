/**
 * Removes from PostgreSQL's files what was deleted. A deleted row stays in its page until the page is written anew, and in the write-ahead log until its
 * segment is. Tables are rewritten into new files (`vacuum full`), and the log is written on until every segment that held old rows has been overwritten
 * or removed (https://www.postgresql.org/docs/18/wal-configuration.html). Archives, stand-bys and backups are other files: they are the operator's.
 */
import type pg from 'pg';
import { z } from 'zod';
import { personalColumns } from '../../persons/erasing.ts';
import { schema } from '../../schema/schema.ts';

/** The log never keeps more segments for later use than this: 2 GB. */
const mostSegments = 128;

/** @returns what could not be done, and how it can be */
export async function scrub(client: pg.Client): Promise<readonly string[]> {
  for (const table of personalTables) await client.query(`vacuum (full) ${table}`);
  try {
    await overwriteLog(client);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return [
      `the write-ahead log still holds what was erased: this user may not overwrite it. As a superuser: grant pg_checkpoint, pg_monitor to ${client.user}; grant execute on function pg_switch_wal() to ${client.user}; then erase again`,
    ];
  }
  return leftElsewhere(client);
}

const personalTables = Object.entries(schema.tables).flatMap(([name, table]) =>
  personalColumns(table).length > 0 ? [name] : [],
);

/**
 * A checkpoint ends the use of every segment before it; they are kept under the names of segments to come. Each switch fills one of them to its end.
 */
async function overwriteLog(client: pg.Client): Promise<void> {
  await client.query('select pg_switch_wal()');
  await client.query('checkpoint');
  const kept = Math.min(mostSegments, await segmentsKept(client));
  for (let done = 0; done <= kept; done++) {
    await client.query("select pg_logical_emit_message(false, 'touchpoint', 'erased')");
    await client.query('select pg_switch_wal()');
  }
  await client.query('checkpoint');
}

async function segmentsKept(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    'select count(*)::int as kept from pg_ls_waldir() where name > pg_walfile_name(pg_current_wal_lsn())',
  );
  return z.number().parse(rows[0]?.kept);
}

/** Whoever still needs old segments keeps them, and with them what was erased. */
async function leftElsewhere(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select current_setting('archive_mode') <> 'off' as is_archived,
      (select count(*) from pg_replication_slots)::int as slots,
      (select setting::bigint from pg_settings where name = 'wal_keep_size')::int as kept`,
  );
  const { is_archived: isArchived, slots, kept } = places.parse(rows[0]);
  return [
    ...(isArchived
      ? ['the archive of the write-ahead log still holds what was erased: remove what is older there']
      : []),
    ...(slots > 0
      ? [
          `${slots} replication slots may keep log that still holds what was erased: let them catch up, then erase again`,
        ]
      : []),
    ...(kept > 0
      ? [`wal_keep_size = ${kept} MB keeps log that still holds what was erased: set it to 0, then erase again`]
      : []),
  ];
}

const places = z.object({ is_archived: z.boolean(), slots: z.number(), kept: z.number() });

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
