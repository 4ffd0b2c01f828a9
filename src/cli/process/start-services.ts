/**
 * The services of a bot (its back ends on this machine): started with the server, waited for, and stopped with it.
 */
import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { get as getSecurely } from 'node:https';
import { resolve } from 'node:path';
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/read-config.ts';

export type Services = {
  /** name → base URL, without a slash at the end */
  readonly urls: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};

export type ServiceOptions = {
  readonly botFolder: string;
  readonly services: Config['services'];
  readonly environment: Environment;
  /** false: only those that run elsewhere */
  readonly isStarting: boolean;
};

type Running = { readonly name: string; readonly url: string; stop(): Promise<void> };

const startMs = 10_000;
/** A service with a port of its own need not announce it. */
const silentMs = 1_500;
const pollMs = 25;

/** @throws TouchpointError SERVICE_FAILED when one does not come up; the others are stopped again */
export async function startServices(options: ServiceOptions): Promise<Services> {
  const started = await Promise.allSettled(Object.keys(options.services).map((name) => startService(options, name)));
  const running = started.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  const stop = async (): Promise<void> => void (await Promise.all(running.map((one) => one.stop())));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { urls: Object.fromEntries(running.map(({ name, url }) => [name, url])), stop };
}

async function startService(options: ServiceOptions, name: string): Promise<Running | undefined> {
  const elsewhere = options.environment[`TOUCHPOINT_SERVICE_${name.toUpperCase().replaceAll('-', '_')}_URL`];
  if (elsewhere) return { name, url: elsewhere.replace(/\/+$/, ''), stop: async () => {} };
  const service = options.services[name];
  return options.isStarting && service ? spawnService(options, name, service) : undefined;
}

async function spawnService(
  options: ServiceOptions,
  name: string,
  service: Config['services'][string],
): Promise<Running> {
  const file = resolve(options.botFolder, service.run);
  const child = spawn(process.execPath, [file], {
    cwd: options.botFolder,
    env: { ...options.environment, PORT: String(service.port), NODE_COMPILE_CACHE: undefined },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  const control = new AbortController();
  void exited.then(() => control.abort());
  const url = await announcedUrl(child.stdout, service.port, control.signal);
  if (url && (await becomesHealthy(url, control.signal))) return { name, url, stop };
  await stop();
  const taken = service.port === 0 ? '' : `, or port ${service.port} is taken`;
  throw new TouchpointError('SERVICE_FAILED', `the service '${name}' (${service.run}) did not start${taken}`, {
    fix: `run it alone to see why: PORT=${service.port} node ${service.run}; or use one that runs elsewhere with TOUCHPOINT_SERVICE_${name.toUpperCase()}_URL`,
  });
}

/** What the service says of itself in its first line, `{"url":…}`; one that says nothing is looked for at its own port. */
async function announcedUrl(
  stream: NodeJS.ReadableStream,
  port: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const line = await firstLine(stream, port === 0 ? startMs : silentMs, signal);
  return (line === undefined ? undefined : urlOf(line)) ?? (port === 0 ? undefined : `http://127.0.0.1:${port}`);
}

function firstLine(stream: NodeJS.ReadableStream, waitMs: number, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((done) => {
    let text = '';
    const timer = setTimeout(done, waitMs, undefined);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done(undefined);
    });
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      done(text.slice(0, text.indexOf('\n')));
    });
  });
}

function urlOf(line: string): string | undefined {
  try {
    const url: unknown = JSON.parse(line).url;
    return typeof url === 'string' ? url.replace(/\/+$/, '') : undefined;
  } catch {
    return undefined;
  }
}

async function becomesHealthy(url: string, exited: AbortSignal): Promise<boolean> {
  const end = Date.now() + startMs;
  while (!exited.aborted && Date.now() < end) {
    if (await isHealthy(url)) return true;
    await setTimeoutPromise(pollMs);
  }
  return false;
}

/** Without `fetch`, which takes a tenth of a start to load. */
function isHealthy(url: string): Promise<boolean> {
  const ask = url.startsWith('https:') ? getSecurely : get;
  return new Promise((done) => {
    const asking = ask(`${url}/healthz`, { agent: false, signal: AbortSignal.timeout(1_000) }, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    });
    asking.on('error', () => done(false));
  });
}
