/**
 * One PostgreSQL for the whole run, started when the first test asks for it: a door on loopback tells its address. TOUCHPOINT_TEST_POSTGRES=postgres://…
 * names another server to use, in which the tests may create and drop databases.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Postgres, startPostgres } from '../postgres/server.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface joins the one of vitest
  interface ProvidedContext {
    /** answers GET with the URL of the server's database `postgres`, or with a status of 500 and why there is none */
    readonly postgresDoor: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['TOUCHPOINT_TEST_POSTGRES'];
  let starting: Promise<Postgres> | undefined;
  const path = `/${randomUUID()}`;
  const door = createServer((request, response) => {
    if (request.url !== path) return response.writeHead(404).end();
    if (outside) return response.end(outside);
    starting ??= start();
    return void tell(response, starting);
  });
  project.provide('postgresDoor', `${await open(door)}${path}`);
  return async () => {
    door.close().closeAllConnections();
    await (await starting?.catch(() => undefined))?.end();
  };
}

/** Tests kill processes, not the machine: what the operating system was given is safe without `fsync`. */
async function start(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-postgres-'));
  return startPostgres({ folder, settings: { fsync: 'off', full_page_writes: 'off' } });
}

async function open(door: Server): Promise<string> {
  await once(door.listen(0, '127.0.0.1'), 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('The door to PostgreSQL has no port.');
  return `http://127.0.0.1:${address.port}`;
}

async function tell(response: ServerResponse, starting: Promise<Postgres>): Promise<void> {
  try {
    response.end((await starting).url);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}
