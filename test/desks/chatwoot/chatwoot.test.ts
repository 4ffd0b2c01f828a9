/** People at a Chatwoot that is slow, down, or tells things twice and in any order: on a real runtime, store and server. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChatwoot } from '../../../src/desks/chatwoot/create-chatwoot.ts';
import type { ChatwootOptions } from '../../../src/desks/chatwoot/options.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { type Office, openOffice } from '../../web/desk/office.ts';
import { type FakeChatwoot, fakeChatwoot, inbox, mia, secret, token, tom } from './fake-chatwoot.ts';

let chatwoot: FakeChatwoot;
let office: Office;
const store = { current: memoryStore() };

const optionsOf = (more: Partial<ChatwootOptions> = {}): ChatwootOptions => ({
  url: chatwoot.url,
  account: 3,
  inbox,
  token,
  access: { kind: 'signed', secret },
  teams: { billing: 5 },
  ...more,
});
const open = (more?: Partial<ChatwootOptions>) =>
  openOffice(undefined, { store: store.current, outsideDesk: createChatwoot(optionsOf(more)) });

beforeEach(async () => {
  store.current = memoryStore();
  chatwoot = await fakeChatwoot();
  office = await open();
});
afterEach(async () => {
  await office.stop();
  await chatwoot.close();
});

/** A customer whose conversation stands at Chatwoot. */
async function customer(conversation = 'c') {
  await office.asksForPerson(conversation);
  const there = chatwoot.of(conversation);
  if (!there) throw new Error('Chatwoot has not got it');
  return there;
}

const send = (body: object) => chatwoot.post(office.url, body);
const eventsOf = (conversation = 'c') => office.store.events(conversation, { after: 0 });
const types = async () => (await eventsOf()).map(({ type }) => type).filter((type) => /^(handoff|agent)/.test(type));
const saidToCustomer = async () =>
  (await eventsOf()).flatMap((event) => (event.type === 'agent.said' ? [event.words?.text] : []));
const written = (kind: string) => chatwoot.of('c')?.messages.flatMap((one) => (one.kind === kind ? [one.content] : []));

describe('what Chatwoot is told', () => {
  test('comes in order, and once, though Chatwoot refuses for a while', async () => {
    await customer();
    const on = ({ path }: { path: string }) => path.endsWith('/messages');
    chatwoot.fail({ on, kind: 'status', status: 429, headers: { 'retry-after': '2' }, times: 1 });
    chatwoot.fail({ on, kind: 'status', status: 503, times: 2 });
    for (const text of ['one', 'two', 'three']) await office.says('c', text);
    expect(written('incoming')).toEqual([]);
    await office.pass(10_000);
    expect(written('incoming')).toEqual(['one', 'two', 'three']);
    expect(chatwoot.refused).toEqual([]);
  });

  test('is one conversation, though the answer that it was made got lost', async () => {
    const isMaking = ({ path, method }: { path: string; method: string }) =>
      method === 'POST' && path.endsWith('/conversations');
    chatwoot.fail({ on: isMaking, kind: 'lost', times: 1 });
    await office.asksForPerson('c');
    expect(chatwoot.conversations).toHaveLength(1);
    await office.pass(2_000);
    const note = ({ path }: { path: string }) => path.startsWith('/api/') && path.endsWith('/messages');
    chatwoot.fail({ on: note, kind: 'status', status: 500, times: 1 });
    await office.asksForPerson('d');
    await office.pass(5_000);
    expect(chatwoot.conversations.map(({ messages }) => messages.map(({ kind }) => kind))).toEqual([
      ['private'],
      ['private'],
    ]);
  });

  test('is one note, though it could not be opened at once', async () => {
    await office.stop();
    await chatwoot.close();
    chatwoot = await fakeChatwoot('pending');
    office = await open();
    chatwoot.fail({ on: ({ path }) => path.endsWith('/toggle_status'), kind: 'status', status: 500, times: 2 });
    await office.asksForPerson('c');
    await office.pass(10_000);
    expect(chatwoot.of('c')).toMatchObject({ status: 'open', messages: [{ kind: 'private' }] });
  });

  test('goes on after a restart, with what waited to be told', async () => {
    await customer();
    chatwoot.fail({ on: () => true, kind: 'status', status: 502 });
    await office.says('c', 'before');
    await office.stop();
    chatwoot.mend();
    office = await open();
    await office.says('c', 'after');
    await office.pass(5_000);
    expect(written('incoming')).toEqual(['before', 'after']);
    expect(chatwoot.conversations).toHaveLength(1);
  });

  test('ends with the customer who does not wait any longer', async () => {
    const there = await customer();
    for (const text of ['hello?', '#flow.cancel', '#status']) await office.says('c', text);
    expect(written('incoming')).toEqual(['hello?', '#flow.cancel']);
    expect(there).toMatchObject({
      status: 'resolved',
      messages: expect.arrayContaining([
        expect.objectContaining({ kind: 'private', content: expect.stringContaining('does not wait') }),
      ]),
    });
    await send(chatwoot.webhooks.says(there, mia, 'Hello'));
    expect(await saidToCustomer()).toEqual([]);
  });
});

describe('what agents do at Chatwoot', () => {
  test('comes to the customer once each, whatever comes twice or late', async () => {
    const there = await customer();
    const [first, second] = ['Hello', 'All done'].map((text) => chatwoot.webhooks.says(there, mia, text));
    const resolved = chatwoot.webhooks.changed({ ...there, assignee: mia }, { status: 'resolved' });
    for (const body of [first, first, resolved, resolved, second, first])
      expect((await send(body ?? {})).status).toBe(200);
    expect(await saidToCustomer()).toEqual(['Hello', 'All done']);
    expect(await types()).toEqual([
      'handoff.requested',
      'handoff.queued',
      'handoff.accepted',
      'agent.said',
      'handoff.closed',
      'agent.said',
    ]);
    expect(written('private')).toHaveLength(1);
  });

  test('an agent who writes to a customer long gone is told so', async () => {
    const there = await customer();
    await send(chatwoot.webhooks.says(there, mia, 'Hello'));
    await send(chatwoot.webhooks.changed(there, { status: 'resolved' }));
    await office.pass(120_000);
    await send(chatwoot.webhooks.says(there, mia, 'One more thing'));
    await expect.poll(() => written('private')?.at(-1)).toContain('was not delivered');
    expect(await saidToCustomer()).toEqual(['Hello']);
  });

  test('a change of assignee is a transfer, an older one that comes late is none, and none is waiting again', async () => {
    const there = await customer();
    const toMia = chatwoot.webhooks.changed(there, { assignee: mia });
    const toTom = chatwoot.webhooks.changed(there, { assignee: tom });
    const toNobody = chatwoot.webhooks.changed(there, { assignee: null });
    for (const body of [toMia, toTom, toMia, toNobody]) await send(body);
    const after = (await types()).slice(2);
    expect(after).toEqual(['handoff.accepted', 'handoff.transferred', 'handoff.accepted', 'handoff.transferred']);
  });

  test('is the bot’s again once it is pending, and nobody came where it is resolved by nobody', async () => {
    const there = await customer();
    await send(chatwoot.webhooks.changed(there, { assignee: mia }));
    await send(chatwoot.webhooks.changed(there, { status: 'pending' }));
    expect((await types()).at(-1)).toBe('handoff.returned');
    await office.asksForPerson('d');
    const other = chatwoot.of('d');
    if (other) await send(chatwoot.webhooks.changed(other, { status: 'resolved' }));
    expect((await eventsOf('d')).map(({ type }) => type)).toContain('handoff.unavailable');
  });

  test('says how it ended by custom attributes and labels, and nothing where there are none', async () => {
    const there = await customer();
    const solved = { custom_attributes: { solved: 'partly', disposition: 'refund' } };
    await send(chatwoot.webhooks.changed(there, { assignee: mia, status: 'resolved' }, solved));
    const closed = (await eventsOf()).find(({ type }) => type === 'handoff.closed');
    expect(closed?.data).toEqual({ handoff: 'h1', disposition: 'refund', solved: 'partly', tags: ['from-bot'] });
  });

  test('belongs to nobody at the built-in desk', async () => {
    await customer();
    await office.comes('Ana');
    expect(await office.store.handoffs()).toEqual([]);
    expect((await office.ask('Ana', 'POST /api/desk/conversations/c/accept', { version: 1 })).status).toBe(409);
  });
});

describe('who is taken for Chatwoot', () => {
  test('only who signs, now and with the secret', async () => {
    const there = await customer();
    const body = chatwoot.webhooks.says(there, mia, 'forged');
    const tries = [{ key: 'guessed' }, { at: Date.now() - 600_000 }, { at: Date.now() + 600_000 }, { headers: {} }];
    for (const signing of tries) expect((await chatwoot.post(office.url, body, signing)).status).toBe(401);
    expect(await saidToCustomer()).toEqual([]);
  });

  test('only who knows the address, where nothing is signed', async () => {
    await office.stop();
    office = await open({ access: { kind: 'address', secret: 'a-secret-of-our-own' } });
    const there = await customer();
    const body = chatwoot.webhooks.says(there, mia, 'Hello');
    expect((await chatwoot.post(office.url, body, { headers: {} })).status).toBe(401);
    const path = '/channels/chatwoot?secret=a-secret-of-our-own';
    expect((await chatwoot.post(office.url, body, { headers: {}, path })).status).toBe(200);
    expect(await saidToCustomer()).toEqual(['Hello']);
  });

  test('what is no event is refused, and what concerns nobody here is taken', async () => {
    expect((await send({})).status).toBe(400);
    expect((await send({ event: 'contact_created', id: 1 })).status).toBe(200);
  });
});

describe('while Chatwoot is down', () => {
  test('who waits is given to the people here, at their old place, and is told what is so', async () => {
    chatwoot.fail({ on: () => true, kind: 'reset' });
    await office.comes('Ana');
    await office.asksForPerson('c');
    const askedAt = office.clock.now();
    expect(await office.store.handoffs()).toEqual([]);
    await office.pass(60_000);
    expect(await types()).toEqual(['handoff.requested', 'handoff.queued', 'handoff.rerouted', 'handoff.queued']);
    expect(await office.store.handoffs()).toMatchObject([{ conversation: 'c', agent: null, since: askedAt }]);
    const [row] = await office.store.handoffs();
    expect((await office.ask('Ana', 'POST /api/desk/conversations/c/accept', { version: row?.version })).status).toBe(
      200,
    );
    await office.asksForPerson('d');
    expect((await eventsOf('d')).find(({ type }) => type === 'handoff.queued')?.data).toEqual({
      handoff: 'h1',
      team: null,
      position: 1,
      waitSeconds: null,
    });
  });

  test('who waits is told at once that nobody is there, where nobody is', async () => {
    chatwoot.fail({ on: () => true, kind: 'status', status: 401 });
    await office.asksForPerson('c');
    expect((await types()).slice(2)).toEqual(['handoff.rerouted', 'handoff.unavailable']);
  });

  test('who talks with somebody is given to the people here once it is down for too long', async () => {
    const there = await customer();
    await send(chatwoot.webhooks.says(there, mia, 'Hello'));
    chatwoot.fail({ on: ({ body }) => body['content'] === 'one', kind: 'status', status: 500 });
    await office.comes('Ana');
    for (const text of ['one', 'two']) await office.says('c', text);
    await office.pass(100_000);
    expect(await types()).toContain('handoff.rerouted');
    chatwoot.mend();
    await office.pass(600_000);
    expect(written('incoming')).toEqual([]);
    expect(there.status).toBe('resolved');
  });
});
