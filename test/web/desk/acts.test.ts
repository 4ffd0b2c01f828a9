/** What people at the desk do with conversations, over HTTP. */
import { afterEach, expect, test } from 'vitest';
import { plainPolicy } from '../../../src/escalation/policy.ts';
import { bill } from '../../channels/setup/fake-provider.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
afterEach(() => office.stop());

const place = (id: string, verb: string) => `POST /api/desk/conversations/${id}/${verb}`;
const waiting = async () => (await office.ask('Ana', 'GET /api/desk/queue')).body.waiting;

async function open(settings?: Parameters<typeof openOffice>[0]) {
  office = await openOffice(settings);
  for (const who of ['Ana', 'Bo']) await office.comes(who);
}

test('nobody gets more conversations than one may have, however fast they ask', async () => {
  await open({ policy: { ...plainPolicy, capacity: 2 }, dispositions: [], replies: {} });
  const customers = ['c1', 'c2', 'c3', 'c4'];
  for (const id of customers) await office.asksForPerson(id);
  const all = await Promise.all(customers.map((id) => office.ask('Ana', place(id, 'accept'), { version: 1 })));
  expect(all.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
  expect(all.find(({ status }) => status === 409)?.body.error.message).toContain('as many as one may have');
});

test('nobody gets more conversations than one may have from several servers together', async () => {
  const settings = { policy: { ...plainPolicy, capacity: 2 }, dispositions: [], replies: {} };
  await open(settings);
  const other = await openOffice(settings, { store: office.store });
  const customers = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
  for (const id of customers) await office.asksForPerson(id);
  const at = (index: number) => (index % 2 === 0 ? office : other);
  const all = await Promise.all(customers.map((id, n) => at(n).ask('Ana', place(id, 'accept'), { version: 1 })));
  expect(all.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409, 409, 409]);
  await other.stop();
});

test('a supervisor takes over what another has, and an agent does not', async () => {
  await open();
  await office.asksForPerson('c1');
  await office.ask('Ana', place('c1', 'accept'), { version: 1 });
  expect((await office.ask('Bo', place('c1', 'take-over'), { version: 2 })).status).toBe(403);
  expect((await office.ask('Sue', place('c1', 'take-over'), { version: 1 })).status).toBe(409);
  expect((await office.ask('Sue', place('c1', 'take-over'), { version: 2 })).status).toBe(200);
  const { held } = (await office.ask('Sue', 'GET /api/desk/queue')).body;
  expect(held).toMatchObject([{ id: 'c1', agent: 'Sue', isMine: true }]);
  expect((await office.ask('Ana', place('c1', 'messages'), { text: 'hi', idempotencyKey: 'k' })).status).toBe(409);
});

test('the queue says who waits, for what, and what they said last', async () => {
  await open();
  await office.says('c1', 'where is my order');
  await office.asksForPerson('c1');
  const [first] = await waiting();
  expect(Object.keys(first)).toEqual(expect.arrayContaining(['name', 'issue', 'said']));
  expect(first.said).toBe('where is my order');
  expect(first.issue ?? '').not.toMatch(/^human/);
  await office.says('c1', 'it is about 12345678');
  office.wall.advance(59_000);
  expect((await waiting())[0].said).toBe(first.said);
  office.wall.advance(2_000);
  expect((await waiting())[0].said).toBe('it is about 12345678');
});

test('what is given to somebody says for whom it is meant, until it is taken', async () => {
  await open();
  await office.asksForPerson('c1');
  await office.ask('Ana', place('c1', 'accept'), { version: 1 });
  await office.ask('Ana', place('c1', 'transfer'), { to: 'Bo', note: 'knows it' });
  expect(await waiting()).toMatchObject([{ id: 'c1', meantFor: 'Bo', version: 3 }]);
  await office.ask('Bo', place('c1', 'accept'), { version: 3 });
  expect(await office.store.handoffs()).toMatchObject([{ meantFor: null }]);
});

test('wrapping up takes a disposition that is known, and keeps tags', async () => {
  await open({ policy: plainPolicy, dispositions: ['refunded'], replies: {} });
  await office.asksForPerson('c1');
  await office.ask('Ana', place('c1', 'accept'), { version: 1 });
  const wrong = await office.ask('Ana', place('c1', 'wrap-up'), { disposition: 'whatever', solved: 'yes' });
  expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining('refunded')]);
  const right = { disposition: 'refunded', solved: 'yes', tags: ['first order'] };
  expect((await office.ask('Ana', place('c1', 'wrap-up'), right)).status).toBe(200);
  const closed = (await office.events()).find(({ type }) => type === 'handoff.closed');
  expect(closed?.data).toMatchObject(right);
});

test('the bot goes on knowing what the person says became of it', async () => {
  await open();
  await office.asksForPerson('c1');
  await office.ask('Ana', place('c1', 'accept'), { version: 1 });
  expect((await office.ask('Ana', place('c1', 'return'), { solved: 'yes' })).status).toBe(200);
  const said = (await office.events()).findLast((event) => event.type === 'bot.said');
  expect(said?.words).toMatchObject({ text: expect.stringContaining('this is settled') });
});

test('replies at hand are filled in, and teams and dispositions are told', async () => {
  await open({
    policy: { ...plainPolicy, teams: { billing: { about: 'money' } } },
    dispositions: ['refunded'],
    replies: { hello: 'Hello, {agent} here. {order}?' },
  });
  await office.asksForPerson('c1');
  const replies = await office.ask('Ana', 'GET /api/desk/conversations/c1/replies');
  expect(replies.body).toEqual({ replies: [{ name: 'hello', text: 'Hello, Ana here. {order}?' }] });
  expect((await office.ask('Ana', 'GET /api/desk/settings')).body).toEqual({
    capacity: null,
    teams: [{ name: 'billing', about: 'money', isOpen: true }],
    dispositions: ['refunded'],
  });
});

test('who is more urgent stands before who asked earlier', async () => {
  const policy = { ...plainPolicy, priorities: [{ waitedMs: 60_000, priority: -1 }] };
  await open({ policy, dispositions: [], replies: {} });
  await office.asksForPerson('early');
  await office.pass(60_000);
  await office.asksForPerson('late');
  expect(await waiting()).toMatchObject([{ id: 'late' }, { id: 'early', priority: -1 }]);
});

test('an agent sends a file once, the customer gets it, and both see what the other sent', async () => {
  await open();
  await office.asksForPerson('c1');
  await office.ask('Ana', place('c1', 'accept'), { version: 1 });
  const post = (who: string, bytes: Buffer | string, key = 'k') =>
    fetch(`${office.url}/api/desk/conversations/c1/files?idempotencyKey=${key}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${who}`,
        'content-type': 'application/pdf',
        'content-disposition': "attachment; filename*=UTF-8''the%20bill.pdf",
      },
      body: bytes,
    });
  for (const _ of ['once', 'again']) expect((await post('Ana', bill)).status).toBe(200);
  expect((await post('Bo', bill, 'other')).status).toBe(400);
  expect((await post('Ana', '<script>', 'script')).status).toBe(400);
  expect((await post('Ana', '', 'empty')).status).toBe(400);
  expect((await post('Ana', bill, '')).status).toBe(400);
  const said = (await office.events()).filter((event) => event.type === 'agent.said');
  expect(said.map(({ words }) => words?.files?.map(({ name }) => name))).toEqual([['the bill.pdf']]);
  const { transcript } = (await office.ask('Ana', 'GET /api/desk/conversations/c1/card')).body;
  const [file] = transcript.at(-1).files;
  expect(file).toMatchObject({ name: 'the bill.pdf', contentType: 'application/pdf', bytes: bill.length });
  const got = await fetch(office.url + file.path);
  expect(Buffer.from(await got.arrayBuffer())).toEqual(bill);
});

test('a customer who writes by a channel without files is sent none', async () => {
  await open();
  await office.runtime.open({
    conversation: 'c2',
    channel: 'pager',
    address: '1',
    customer: 'who',
    entryPoint: 'default',
    locale: 'en',
  });
  const message = { channel: 'pager', account: '', conversation: 'c2', providerId: '1', receivedAt: 0 } as const;
  await office.runtime.receive({ ...message, via: 'text', text: '#human.request' });
  await office.ask('Ana', place('c2', 'accept'), { version: 1 });
  const answer = await fetch(`${office.url}/api/desk/conversations/c2/files?idempotencyKey=k`, {
    method: 'POST',
    headers: { authorization: 'Bearer Ana', 'content-type': 'application/pdf' },
    body: bill,
  });
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('they write by pager')]);
});
