/** A customer goes, the business's mailer sends them a link, they answer: over the running server, from the chat to the report. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Customer, customerOf, read, type Server, serve, stopAll, touchpoint } from './serving.ts';

let server: Server;
let headers: Record<string, string>;
let customer: Customer;

const dueSchema = z.object({
  surveys: z.array(z.object({ case: z.string(), conversation: z.string(), customer: z.string(), url: z.url() })),
});
const due = async () => (await read(dueSchema, `${server.url}/api/surveys/due`, { headers })).surveys;
const pass = (advance: string) =>
  fetch(`${server.url}/test/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance }),
  });
const post = (url: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
async function surveyed() {
  const report = z.object({
    satisfaction: z.object({
      reach: z.object({ drawn: z.number(), asked: z.number(), reachable: z.number() }),
      csat: z.object({ asked: z.number(), answered: z.number() }),
    }),
  });
  return (await read(report, `${server.url}/api/cx/report`, { headers })).satisfaction;
}

beforeAll(async () => {
  server = await serve({ args: ['--test-clock'] });
  const made = await touchpoint(['token', 'add', 'mailer', '--role', 'admin', '--data', server.data]);
  headers = { authorization: `Bearer ${made.out.trim().split('\n').at(-1)}` };
  customer = await customerOf(server.url);
  await customer.say('where is my order');
}, 120_000);
afterAll(stopAll, 60_000);

it('asks who has gone by a link, and counts sending and answers in the report', async () => {
  expect(await due()).toEqual([]);
  await pass('21h');
  const [one, ...more] = await due();
  expect([one?.conversation, more]).toEqual([customer.conversation, []]);
  const url = one?.url ?? '';
  expect(await (await fetch(url)).text()).toContain('Oakmere');
  expect(await due()).toMatchObject([{ url }]);
  const sent = await fetch(`${server.url}/api/surveys/sent`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ case: one?.case }),
  });
  expect([sent.status, await due()]).toEqual([204, []]);
  expect((await post(url, { comment: 'Thanks! My card is 4111 1111 1111 1111' })).status).toBe(303);
  await pass('4h');
  const said = z.object({ transcript: z.array(z.object({ actor: z.string(), text: z.string() })) });
  const { transcript } = await read(said, `${server.url}/api/cx/conversations/${customer.conversation}`, { headers });
  expect(transcript.at(-1)).toEqual({
    actor: 'customer',
    text: expect.stringMatching(/^Thanks! My card is [^\d]*(1111)?$/),
  });
  expect((await surveyed()).reach).toMatchObject({ drawn: 1, asked: 1, reachable: 1 });
}, 120_000);

it('of an erased customer leads nowhere, and after its end says so', async () => {
  await (await customerOf(server.url)).say('where is my order');
  await pass('21h');
  const [{ url, customer: id } = { url: '', customer: '' }] = await due();
  expect((await fetch(url)).status).toBe(200);
  const erased = await touchpoint(['erase', '--customer', id, '--data', server.data]);
  expect(erased.code).toBe(0);
  expect([(await fetch(url)).status, (await post(url, { comment: 'Ines' })).status, await due()]).toEqual([
    404,
    404,
    [],
  ]);
  await pass('14d');
  expect((await fetch(url)).status).toBe(410);
}, 120_000);
