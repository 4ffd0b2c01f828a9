/** The desk over HTTP, on a server in a process of its own: two agents, customers over Direct Line. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Customer, customerOf, messagesOf, type Server, serve, stopAll, touchpoint } from '../serving.ts';

let server: Server;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  server = await serve({ args: ['--no-services'] });
  for (const name of ['Ana', 'Bo']) {
    const added = await touchpoint(['token', 'add', name, '--role', 'agent', '--data', server.data]);
    tokens[name] = added.out.trim();
  }
}, 120_000);
afterAll(stopAll);

/** @param call as `GET /api/desk/queue` */
function ask(who: string, call: string, body?: object): Promise<Response> {
  const [method = 'GET', path = ''] = call.split(' ');
  const headers = { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' };
  return fetch(server.url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
}

/** An agent's way with a conversation. */
const agentOf =
  (who: string, { conversation }: Customer) =>
  (verb: string, body: object) =>
    ask(who, `POST /api/desk/conversations/${conversation}/${verb}`, body);

const cardShape = z.looseObject({ summary: z.array(z.string()), transcript: z.array(z.unknown()) });

const place = z.object({ id: z.string(), version: z.number(), position: z.number() });

async function inQueue(): Promise<Customer & { readonly version: number }> {
  for (const name of Object.keys(tokens)) await ask(name, 'PUT /api/desk/presence', { state: 'online' });
  const customer = await customerOf(server.url);
  await customer.say('can I talk to a person?');
  await customer.heard(2);
  const queue = z.object({ waiting: z.array(place) }).parse(await (await ask('Ana', 'GET /api/desk/queue')).json());
  const version = queue.waiting.find(({ id }) => id === customer.conversation)?.version ?? 0;
  return { ...customer, version };
}

describe('the desk', () => {
  test('leads a conversation from the queue to its end, and the customer repeats nothing', async () => {
    const customer = await inQueue();
    const accepted = await agentOf('Ana', customer)('accept', { version: customer.version });
    expect(accepted.status).toBe(200);
    const before = performance.now();
    const sent = await agentOf('Ana', customer)('messages', { text: 'Hello, I am <b>Ana</b>', idempotencyKey: 'k1' });
    expect(sent.status).toBe(200);
    const heard = await messagesOf(server.url, customer.conversation);
    expect(heard.at(-1)?.text).toBe('Hello, I am <b>Ana</b>');
    expect(performance.now() - before).toBeLessThan(1_000);
    await agentOf('Ana', customer)('messages', { text: 'Hello, I am <b>Ana</b>', idempotencyKey: 'k1' });
    expect((await messagesOf(server.url, customer.conversation)).length).toBe(heard.length);
    await customer.post('thank you, Ana');
    const card = cardShape.parse(
      await (await ask('Ana', `GET /api/desk/conversations/${customer.conversation}/card`)).json(),
    );
    const parts = 'cases customer effort feeling issue reason slots summary transcript tried';
    expect(Object.keys(card).toSorted().join(' ')).toBe(parts);
    expect(card.summary).toHaveLength(3);
    expect(card.transcript.at(-1)).toMatchObject({ who: 'customer', text: 'thank you, Ana' });
    const wrapped = { disposition: 'answered', solved: 'yes', note: 'nothing left' };
    expect((await agentOf('Bo', customer)('wrap-up', wrapped)).status).toBe(409);
    expect((await agentOf('Ana', customer)('wrap-up', wrapped)).status).toBe(200);
    expect((await customer.say('what are your opening hours?')).length).toBeGreaterThan(0);
  });

  test('gives a conversation to exactly one of two agents who reach for it at once', async () => {
    const customer = await inQueue();
    for (let round = 0, { version } = customer; round < 5; round++) {
      const both = await Promise.all(['Ana', 'Bo'].map((who) => agentOf(who, customer)('accept', { version })));
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const winner = both[0]?.status === 200 ? 'Ana' : 'Bo';
      const given = await agentOf(winner, customer)('transfer', { note: 'next' });
      version = z.object({ version: z.number() }).parse(await given.json()).version;
    }
  });

  test('says what is wrong with a request', async () => {
    const customer = await inQueue();
    expect((await agentOf('Ana', customer)('accept', {})).status).toBe(400);
    expect((await agentOf('Ana', customer)('messages', { text: 'hi', idempotencyKey: 'k' })).status).toBe(409);
    expect((await ask('Ana', 'POST /api/desk/conversations/nothing/accept', { version: 1 })).status).toBe(404);
    expect((await ask('Ana', 'GET /api/desk/conversations/nothing/card')).status).toBe(404);
  });
});
