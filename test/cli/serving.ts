/**
 * The command in a process of its own, as a user starts it, and a customer who talks to it over Direct Line.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'bin', 'touchpoint.js');

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

type RunOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** put before the command, such as `prlimit --fsize=…` */
  readonly wrapper?: readonly string[];
};

/** Runs a command to its end. */
export async function touchpoint(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = start([...(options.wrapper ?? []), process.execPath, command, ...args], options);
  child.process.stdin?.end(options.input ?? '');
  const [code] = await once(child.process, 'close');
  return { code, out: child.out(), err: child.err() };
}

export type Server = {
  readonly url: string;
  readonly ready: {
    readonly url: string;
    readonly data: string;
    readonly services: Readonly<Record<string, string>>;
    readonly signIn: string;
    readonly pid: number;
  };
  readonly data: string;
  err(): string;
  /** sends a signal and waits for the end */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

type ServeOptions = RunOptions & {
  readonly args?: readonly string[];
  /** a file to go on with */
  readonly data?: string;
};

const running: { readonly child: ChildProcess; readonly folder: string | undefined }[] = [];

/** Starts `serve` and waits for its line; `stopAll` ends what a test leaves behind. */
export async function serve(options: ServeOptions = {}): Promise<Server> {
  const folder = options.data === undefined ? await mkdtemp(join(tmpdir(), 'touchpoint-serve-')) : undefined;
  const data = options.data ?? join(folder ?? '', 'touchpoint.db');
  const args = [
    ...(options.wrapper ?? []),
    process.execPath,
    command,
    'serve',
    '--json',
    '--port',
    '0',
    '--data',
    data,
    ...(options.args ?? []),
  ];
  const child = start(args, options);
  running.push({ child: child.process, folder });
  const line = await child.firstLine();
  const ready = JSON.parse(line);
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.process.exitCode !== null || child.process.signalCode !== null) return child.process.exitCode;
    process.kill(ready.pid, signal);
    await once(child.process, 'close');
    return child.process.exitCode;
  };
  return { url: ready.url, ready, data, err: child.err, end };
}

export async function stopAll(): Promise<void> {
  for (const { child, folder } of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

function start([program = '', ...args]: readonly string[], { cwd = root, env = {} }: RunOptions) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const firstLine = new Promise<string>((done, failed) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.includes('\n')) done(out.slice(0, out.indexOf('\n')));
    });
    child.once('close', (code) => failed(new Error(`ended with ${code} before it was ready: ${err}`)));
  });
  firstLine.catch(() => {});
  return { process: child, out: () => out, err: () => err, firstLine: () => firstLine };
}

/** What a server answers, held against the form a test expects of it. */
export async function read<T>(schema: z.ZodType<T>, url: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(url, init);
  return schema.parse(await answer.json());
}

const activity = z.object({ type: z.string(), text: z.string().optional(), from: z.object({ id: z.string() }) });
const activities = z.object({ activities: z.array(activity), watermark: z.string() });

/** The shop's own records. */
export function fixturesOf(shop: string | undefined) {
  const order = z.object({ number: z.string(), customer: z.string(), status: z.string() });
  return read(
    z.object({ orders: z.array(order), customers: z.array(z.object({ id: z.string() })) }),
    `${shop}/control/fixtures`,
  );
}

/** All messages of a conversation, from whoever. */
export async function messagesOf(url: string, conversation: string) {
  const all: z.infer<typeof activities>['activities'] = [];
  for (let mark = ''; ; ) {
    const page = await read(activities, `${url}/v3/directline/conversations/${conversation}/activities${mark}`);
    if (page.activities.length === 0) return all.filter(({ type }) => type === 'message');
    all.push(...page.activities);
    mark = `?watermark=${page.watermark}`;
  }
}

/** A customer over Direct Line, by polling. */
export type Customer = {
  readonly conversation: string;
  post(text: string, id?: string): Promise<Response>;
  /** says it and gives the bot's replies of that turn */
  say(text: string): Promise<readonly string[]>;
  /** what the bot has said so far, waiting until there are at least so many texts */
  heard(atLeast?: number): Promise<readonly string[]>;
};

export async function customerOf(url: string): Promise<Customer> {
  const started = z.object({ conversationId: z.string() });
  const { conversationId: conversation } = await read(started, `${url}/v3/directline/conversations`, {
    method: 'POST',
  });
  const address = `${url}/v3/directline/conversations/${conversation}/activities`;
  const send = (activity: object) =>
    fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(activity) });
  const message = (text: string) => ({ type: 'message', from: { id: 'customer' }, text });
  return {
    conversation,
    post: (text, id) =>
      send({ ...message(text), ...(id === undefined ? {} : { channelData: { clientActivityID: id } }) }),
    async say(text) {
      const answer = await send({ ...message(text), deliveryMode: 'expectReplies' });
      const replies = activities.partial().parse(await answer.json());
      return (replies.activities ?? []).map(({ text }) => text ?? '');
    },
    async heard(atLeast = 0) {
      for (;;) {
        const texts = (await messagesOf(url, conversation)).filter(({ from }) => from.id === 'bot');
        if (texts.length >= atLeast) return texts.map(({ text }) => text ?? '');
        await pollPause();
      }
    },
  };
}

/** Between two looks at something that another process brings about. */
export function pollPause(): Promise<void> {
  return setTimeout(20);
}
