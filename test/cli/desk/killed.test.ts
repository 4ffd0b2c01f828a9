/** A server that is killed while people talk with each other through it. */
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Customer, customerOf, messagesOf, read, serve, stopAll, touchpoint } from '../serving.ts';

afterAll(stopAll);

const count = 20;
const places = z.array(z.object({ id: z.string(), version: z.number() }));
const queueShape = z.object({ waiting: places, held: places });

test('twenty conversations that are held when the server is killed are there when it starts again, with every word', async () => {
  const server = await serve({ args: ['--no-services'] });
  const added = await touchpoint(['token', 'add', 'Ana', '--role', 'agent', '--data', server.data]);
  const headers = { authorization: `Bearer ${added.out.trim()}`, 'content-type': 'application/json' };
  const act = (url: string, path: string, body: object) =>
    fetch(`${url}/api/desk/${path}`, {
      method: path === 'presence' ? 'PUT' : 'POST',
      headers,
      body: JSON.stringify(body),
    });
  const queue = (url: string) => read(queueShape, `${url}/api/desk/queue`, { headers });
  const say = (url: string, { conversation }: Customer, text: string) =>
    act(url, `conversations/${conversation}/messages`, { text, idempotencyKey: text });

  await act(server.url, 'presence', { state: 'online' });
  const customers = await Promise.all(Array.from({ length: count }, () => customerOf(server.url)));
  await Promise.all(customers.map((customer) => customer.post('can I talk to a person?')));
  await expect.poll(async () => (await queue(server.url)).waiting.length, { timeout: 20_000 }).toBe(count);
  const { waiting } = await queue(server.url);
  for (const { id, version } of waiting) await act(server.url, `conversations/${id}/accept`, { version });
  const sent = await Promise.all(customers.map((customer) => say(server.url, customer, 'before')));
  expect(sent.map(({ status }) => status)).toEqual(Array(count).fill(200));
  await server.end('SIGKILL');

  const again = await serve({ args: ['--no-services'], data: server.data });
  await act(again.url, 'presence', { state: 'online' });
  const after = await queue(again.url);
  expect(after.held.length + after.waiting.length).toBe(count);
  // who starts again too late finds them at their old places in the queue
  for (const { id, version } of after.waiting) await act(again.url, `conversations/${id}/accept`, { version });
  const later = await Promise.all(customers.map((customer) => say(again.url, customer, 'after')));
  expect(later.map(({ status }) => status)).toEqual(Array(count).fill(200));
  for (const { conversation } of customers) {
    const texts = (await messagesOf(again.url, conversation)).map(({ text }) => text);
    expect(texts.filter((text) => text === 'before' || text === 'after')).toEqual(['before', 'after']);
  }
}, 120_000);
