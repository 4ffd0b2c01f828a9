/**
 * Agents and customers, in a process of their own. Arguments: base URL, number of agents, number of customers. Everybody keeps a line open: agents the events of the
 * desk, customers their socket. Prints one line of JSON: median and 99th percentile in ms, as text.
 */
import { WebSocket } from 'ws';
import { z } from 'zod';

const [url = '', agentCount = '0', customerCount = '0'] = process.argv.slice(2);
const started = z.object({ conversationId: z.string(), streamUrl: z.string() });
const sent = z.object({ activities: z.array(z.object({ text: z.string().optional() })).optional() });
const queue = z.object({ waiting: z.array(z.object({ id: z.string(), version: z.number() })) });

type Customer = { readonly id: string; readonly heard: Map<string, () => void> };

/** What waits for a conversation to stand in the queue of the first agent. */
const queued = new Map<string, () => void>();
const taken = z.object({ version: z.number() });

const agents = Array.from({ length: Number(agentCount) }, (_, index) => `agent-${index}`);
for (const agent of agents) await ask(agent, 'PUT /api/desk/presence', { state: 'online' });
const streams = await Promise.all(agents.map((agent, index) => openDesk(agent, index === 0)));
const customers = await Promise.all(Array.from({ length: Number(customerCount) }, () => comes()));

const times: Readonly<Record<'seen' | 'queued' | 'taken' | 'looked', number[]>> = {
  seen: [],
  queued: [],
  taken: [],
  looked: [],
};
for (const { id } of customers) times.queued.push(await timed(() => wantsPerson(id)));
for (let round = 0; round < 40; round++)
  times.looked.push(await timed(() => ask(agents[round % agents.length] ?? '', 'GET /api/desk/queue')));
const held: { readonly agent: string; readonly customer: Customer }[] = [];
for (const [index, agent] of agents.entries()) {
  const customer = customers[index];
  if (!customer) break;
  const { waiting } = queue.parse(await ask(agent, 'GET /api/desk/queue'));
  const version = waiting.find(({ id }) => id === customer.id)?.version ?? 0;
  times.taken.push(
    await timed(async () =>
      taken.parse(await ask(agent, `POST /api/desk/conversations/${customer.id}/accept`, { version })),
    ),
  );
  held.push({ agent, customer });
}
for (let round = 0; round < 6; round++)
  for (const { agent, customer } of held)
    times.seen.push(await timed(() => says(agent, customer, `${round} ${agent}`)));

process.stdout.write(
  `${JSON.stringify(Object.fromEntries(Object.entries(times).map(([name, all]) => [name, `${at(all, 0.5)} ${at(all, 0.99)}`])))}\n`,
);
for (const stream of streams) stream.abort();
process.exit(0);

function at(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN) * 10) / 10;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** @param asked as `GET /api/desk/queue` */
async function ask(agent: string, asked: string, body?: object): Promise<unknown> {
  const [method = 'GET', path = ''] = asked.split(' ');
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${agent}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

/** An agent's events; the first agent's tell when somebody stands in the queue. */
async function openDesk(agent: string, isWatching: boolean): Promise<AbortController> {
  const stream = new AbortController();
  const answer = await fetch(`${url}/api/desk/stream`, {
    headers: { authorization: `Bearer ${agent}` },
    signal: stream.signal,
  });
  void (async () => {
    let text = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      if (!isWatching) continue;
      text += chunk;
      for (const [id, tell] of queued) if (text.includes(id)) tell();
      text = text.slice(-100);
    }
  })().catch(() => undefined);
  return stream;
}

async function comes(): Promise<Customer> {
  const begun = await (await fetch(`${url}/v3/directline/conversations`, { method: 'POST' })).json();
  const { conversationId: id, streamUrl } = started.parse(begun);
  const heard = new Map<string, () => void>();
  const socket = new WebSocket(streamUrl);
  socket.on('message', (data) => {
    for (const { text = '' } of sent.parse(JSON.parse(data.toString() || '{}')).activities ?? []) heard.get(text)?.();
  });
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  return { id, heard };
}

async function wantsPerson(id: string): Promise<void> {
  const stands = new Promise<void>((done) => queued.set(id, done));
  await fetch(`${url}/v3/directline/conversations/${id}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'customer' }, text: 'I want to talk to a person' }),
  });
  await stands;
  queued.delete(id);
}

async function says(agent: string, { id, heard }: Customer, text: string): Promise<void> {
  const seen = new Promise<void>((done) => heard.set(text, done));
  await ask(agent, `POST /api/desk/conversations/${id}/messages`, { text, idempotencyKey: text });
  await seen;
  heard.delete(text);
}
