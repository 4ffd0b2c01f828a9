/**
 * Three processes on one PostgreSQL, one of which is killed every five seconds, while customers send 300 messages a second through whichever process answers:
 * what was acknowledged is looked for in the log afterwards.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openStore } from '../../src/storage/open-store.ts';
import { withData } from '../data/with-data.ts';
import type { Benchmark, BenchResult } from '../result.ts';

const command = fileURLToPath(new URL('../../bin/touchpoint.js', import.meta.url));
const processes = 3;
const conversations = 100;
const perSecond = Number(process.env['BENCH_RATE'] ?? 300);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 30);
const betweenKillsMs = 5_000;
const retryMs = 50;
const texts = ['what are your opening hours?', 'how much is delivery', 'do you ship abroad?', 'thanks a lot'];

export const processesBenchmark: Benchmark = {
  name: 'processes.killed',
  measure: () => withData('postgres', measure),
};

type Place = { child: ChildProcess; url: string | undefined };
type Message = { readonly conversation: string; readonly id: string; readonly askedAt: number; ackedAt: number };

async function measure(data: string): Promise<readonly BenchResult[]> {
  const places: Place[] = [];
  try {
    await startAll(data, places);
    return await measureAt(places, data);
  } finally {
    await Promise.all(places.map(({ child }) => end(child)));
  }
}

async function measureAt(places: Place[], data: string): Promise<readonly BenchResult[]> {
  const customers = await Promise.all(
    Array.from({ length: conversations }, (_, index) => begin(places[index % processes]?.url ?? '')),
  );
  const kills: number[] = [];
  const killing = killOnAndOn(places, data, kills);
  const messages = await sendUntilSent(killing, places, customers);
  await Promise.all(places.map(({ child }) => end(child)));
  return figures(messages, kills, await lookUp(data, customers));
}

/** However it ends, nothing is killed afterwards. */
async function sendUntilSent(
  killing: ReturnType<typeof killOnAndOn>,
  places: readonly Place[],
  customers: readonly Customer[],
): Promise<readonly Message[]> {
  try {
    return await sendAll(places, customers);
  } finally {
    killing.stop();
    await killing.ended;
  }
}

/** One after another: the first brings the database up to date, as in a deployment. */
async function startAll(data: string, places: Place[]): Promise<void> {
  for (let index = 0; index < processes; index++) places.push(await start(data));
}

async function start(data: string): Promise<Place> {
  const child = spawn(process.execPath, [command, 'serve', '--json', '--port', '0', '--no-watch', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, url: z.object({ url: z.string() }).parse(JSON.parse(String(line))).url };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

function killOnAndOn(places: Place[], data: string, kills: number[]): { stop(): void; readonly ended: Promise<void> } {
  let isStopped = false;
  const run = async (): Promise<void> => {
    for (let turn = 0; !isStopped; turn++) {
      await pause(betweenKillsMs);
      const place = places[turn % processes];
      if (isStopped || !place) return;
      kills.push(performance.now());
      place.url = undefined;
      place.child.kill('SIGKILL');
      Object.assign(place, await start(data));
    }
  };
  const ended = run();
  return {
    stop() {
      isStopped = true;
    },
    ended,
  };
}

type Logged = { readonly known: number; readonly doubled: number };
type Customer = { readonly conversation: string; readonly token: string };

async function begin(url: string): Promise<Customer> {
  const answer = await fetch(`${url}/v3/directline/conversations`, { method: 'POST' });
  const { conversationId, token } = z
    .object({ conversationId: z.string(), token: z.string() })
    .parse(await answer.json());
  return { conversation: conversationId, token };
}

/** At a steady rate, whatever becomes of the messages before. */
async function sendAll(places: readonly Place[], customers: readonly Customer[]): Promise<readonly Message[]> {
  const sending: Promise<Message>[] = [];
  const begun = performance.now();
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = begun + (count * 1_000) / perSecond;
    if (due > performance.now() + 1) await pause(due - performance.now());
    const customer = customers[count % conversations];
    if (customer) sending.push(send(places, customer, count));
  }
  return Promise.all(sending);
}

async function send(places: readonly Place[], { conversation, token }: Customer, count: number): Promise<Message> {
  const message = { conversation, id: `${conversation}-${count}`, askedAt: performance.now(), ackedAt: 0 };
  const body = JSON.stringify({
    type: 'message',
    from: { id: 'customer' },
    text: texts[count % texts.length],
    channelData: { clientActivityID: message.id },
  });
  for (let tries = count; ; tries++) {
    const url = places[tries % processes]?.url;
    if (
      url !== undefined &&
      (await isTaken(`${url}/v3/directline/conversations/${conversation}/activities`, token, body))
    )
      return { ...message, ackedAt: performance.now() };
    if (url !== undefined) await pause(retryMs);
    if (performance.now() - message.askedAt > 60_000) throw new Error(`nobody takes message ${message.id}`);
  }
}

async function isTaken(url: string, token: string, body: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

/** How many messages of each conversation stand in the log, and how many of them twice. Their ids stand there under other names. */
async function lookUp(data: string, customers: readonly Customer[]): Promise<ReadonlyMap<string, Logged>> {
  const store = await openStore(data, { readOnly: true });
  const logged = new Map<string, Logged>();
  for (const { conversation } of customers) {
    const events = await store.events(conversation, { after: 0 });
    const inputs = events.flatMap((event) => (event.type === 'customer.said' ? [event.data.input] : []));
    const known = new Set(inputs).size;
    logged.set(conversation, { known, doubled: inputs.length - known });
  }
  await store.close();
  return logged;
}

function figures(
  messages: readonly Message[],
  kills: readonly number[],
  logged: ReadonlyMap<string, Logged>,
): readonly BenchResult[] {
  const known = [...logged.values()].reduce((sum, conversation) => sum + conversation.known, 0);
  const lost = messages.length - known;
  const doubled = [...logged.values()].reduce((sum, conversation) => sum + conversation.doubled, 0);
  const recoveries = kills.map((kill) => {
    const hit = messages.filter(({ askedAt, ackedAt }) => askedAt < kill + 1_000 && ackedAt > kill);
    return Math.max(0, ...hit.map(({ ackedAt, askedAt }) => ackedAt - Math.max(kill, askedAt))) / 1_000;
  });
  const took = messages.map(({ askedAt, ackedAt }) => ackedAt - askedAt).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(took[Math.floor(share * (took.length - 1))] ?? 0);
  return [
    { name: 'processes.messages', unit: 'acknowledged', value: messages.length, p50Ms: at(0.5), p99Ms: at(0.99) },
    { name: 'processes.kills', unit: 'kills', value: kills.length },
    { name: 'processes.lost', unit: 'messages', value: lost, goal: '0' },
    { name: 'processes.doubled', unit: 'messages', value: doubled, goal: '0' },
    { name: 'processes.recovery', unit: 's', value: Math.max(0, ...recoveries), goal: 'at most 2' },
  ];
}
