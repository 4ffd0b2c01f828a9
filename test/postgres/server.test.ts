/** What tests on PostgreSQL stand on: databases apart from each other, a server that can be stopped and crashed, and nothing left behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from './database.ts';
import { type Postgres, startPostgres } from './server.ts';

const temporary = await mkdtemp(join(tmpdir(), 'touchpoint-server-'));
// as root the server is somebody else, who must get through
await chmod(temporary, 0o711);
afterAll(() => rm(temporary, { recursive: true, force: true }));

describe('a fresh database', () => {
  it('answers, and holds nothing', async () => {
    const url = await freshDatabase();
    expect(await ask(url, 'select version()')).toMatchObject([{ version: expect.stringMatching(/^PostgreSQL \d+/) }]);
    expect(await ask(url, "select * from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it('does not see the tables of another', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await ask(one, 'create table only_here (id text)');
    expect(await ask(one, 'select * from only_here')).toEqual([]);
    await expect(ask(other, 'select * from only_here')).rejects.toThrow('relation "only_here" does not exist');
  });
});

describe('a server of its own', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres({ folder: join(temporary, 'own') });
  });

  it('is closed to who has not the password, and open on loopback only', async () => {
    expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const url = new URL(server.url);
    url.password = 'guessed';
    await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('sorts as people do, so that what relies on the order of bytes is found out', async () => {
    const rows = await ask(server.url, "select * from unnest(array['b', 'a', 'B', 'A', 'Z']) as word order by word");
    expect(rows.map(({ word }) => word)).toEqual(['a', 'A', 'b', 'B', 'Z']);
  });

  it('has after a crash and a stop what was committed, and nothing else', async () => {
    await ask(server.url, 'create table kept (id text)', "insert into kept values ('before the crash')");
    const open = await connect(server.url);
    const lost = once(open, 'error');
    await open.query('begin');
    await open.query("insert into kept values ('never committed')");
    await server.stop('immediate');
    await lost;
    await expect(ask(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    await ask(server.url, "insert into kept values ('before the stop')");
    await server.stop('fast');
    await server.restart();
    expect(await ask(server.url, 'select id from kept')).toEqual([
      { id: 'before the crash' },
      { id: 'before the stop' },
    ]);
  });

  it('is gone once it is ended, with its folder, and may be ended twice', async () => {
    await server.end();
    await server.end();
    await expect(ask(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    expect(await readdir(temporary)).not.toContain('own');
  });

  it('that does not start says why, and leaves nothing', async () => {
    const settings = { max_connections: 'many' };
    await expect(startPostgres({ folder: join(temporary, 'failed'), settings })).rejects.toThrow(
      'invalid value for parameter "max_connections": "many"',
    );
    expect(await readdir(temporary)).not.toContain('failed');
  });

  it('does not take a folder that holds something', async () => {
    await writeFile(join(temporary, 'letter'), 'of somebody else');
    await expect(startPostgres({ folder: temporary })).rejects.toThrow('needs an empty folder');
    expect(await readdir(temporary)).toContain('letter');
  });

  it('ends with the process that started it, and its folder with it, even when that is killed', async () => {
    const child = fileURLToPath(new URL('./child.ts', import.meta.url));
    const starter = spawn(process.execPath, [child, join(temporary, 'orphan')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = await once(createInterface(starter.stdout), 'line');
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const changes = watch(temporary);
    const removed = new Promise<void>((resolve) => {
      changes.on('change', () => existsSync(join(temporary, 'orphan')) || resolve());
    });
    starter.kill('SIGKILL');
    await removed;
    changes.close();
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });
});

/** The rows of the last statement. */
async function ask(
  url: string,
  ...statements: readonly string[]
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = await connect(url);
  try {
    let rows: readonly Readonly<Record<string, unknown>>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
