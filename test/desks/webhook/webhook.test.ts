/** A desk of somebody's own, by signed webhooks in both directions: on a real runtime, store and server. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebhookDesk } from '../../../src/desks/webhook/create-webhook-desk.ts';
import { type Office, openOffice } from '../../web/desk/office.ts';
import { type FakeDesk, fakeDesk, key } from './fake-desk.ts';

const ana = { id: 'a-1', name: 'Ana' };
let desk: FakeDesk;
let office: Office;

beforeEach(async () => {
  desk = await fakeDesk();
  office = await openOffice(undefined, {
    outsideDesk: createWebhookDesk({ url: `${desk.url}/from-bot`, key }, Date.now),
  });
});
afterEach(async () => {
  await office.stop();
  await desk.close();
});

const handoff = 'c-h1';
const tell = (type: string, data: object = {}, signing = {}) =>
  desk.tell(office.url, { type, data: { handoff, ...data } }, signing);
const statusOf = async (...told: Parameters<typeof tell>) => (await tell(...told)).status;
const eventsOf = (conversation = 'c') => office.store.events(conversation, { after: 0 });
const types = async () => (await eventsOf()).map(({ type }) => type).filter((type) => /^(handoff|agent)/.test(type));
const heard = () =>
  desk.heard.filter(({ type }) => type !== 'customer.typing').map(({ type, data }) => [type, data['text']]);

describe('a desk by webhooks', () => {
  test('is told of the customer in signed events, and its agents serve them to the end', async () => {
    await office.says('c', 'my parcel is lost');
    await office.asksForPerson('c');
    await office.says('c', 'hello?');
    expect(desk.heard[0]?.data).toMatchObject({
      handoff,
      reason: 'asked-for',
      card: {
        transcript: expect.arrayContaining([expect.objectContaining({ who: 'customer', text: 'my parcel is lost' })]),
      },
    });
    expect(heard()).toEqual([
      ['handoff.initiate', undefined],
      ['customer.message', 'hello?'],
    ]);
    const acts = [
      ['accepted', { agent: ana }],
      ['typing', { agent: ana }],
      ['note', { agent: ana, text: 'sounds angry' }],
      ['message', { agent: ana, text: 'I look it up.' }],
      ['transferred', { agent: ana, team: 'parcels', note: 'please look' }],
      ['message', { agent: { id: 'b', name: 'Bo' }, text: 'Found it.' }],
      [
        'completed',
        { agent: { id: 'b', name: 'Bo' }, disposition: 'found', solved: 'yes', tags: ['parcel'], note: 'done' },
      ],
    ] as const;
    for (const [type, data] of acts) expect(await statusOf(type, data), type).toBe(200);
    expect(await types()).toEqual([
      'handoff.requested',
      'handoff.queued',
      'handoff.accepted',
      'agent.noted',
      'agent.said',
      'agent.noted',
      'handoff.transferred',
      'handoff.accepted',
      'agent.said',
      'agent.noted',
      'handoff.closed',
    ]);
    expect(desk.refused).toEqual([]);
  });

  test('may give the customer back to the bot, which knows what became of it', async () => {
    await office.asksForPerson('c');
    await tell('accepted', { agent: ana });
    expect(await statusOf('returned', { solved: 'partly' })).toBe(200);
    const returned = (await eventsOf()).find(({ type }) => type === 'handoff.returned');
    const accepted = (await eventsOf()).find((event) => event.type === 'handoff.accepted');
    expect(returned?.data).toEqual({ handoff: 'h1', agent: accepted?.data.agent, solved: 'partly' });
  });

  test('that says it cannot serve gives the customer to the people here', async () => {
    await office.comes('Cy');
    await office.asksForPerson('c');
    expect(await statusOf('failed')).toBe(200);
    expect(await office.store.handoffs()).toMatchObject([{ conversation: 'c', agent: null }]);
    await office.runtime.settle();
    expect(desk.heard.at(-1)).toMatchObject({ type: 'customer.left', data: { handoff, why: 'rerouted' } });
    expect(await statusOf('message', { agent: ana, text: 'wait' })).toBe(409);
  });

  test('may tell things twice and late: each counts once', async () => {
    await office.asksForPerson('c');
    const twice = { id: 'same' };
    for (const text of ['one', 'one']) expect(await statusOf('message', { agent: ana, text }, twice)).toBe(200);
    const done = { agent: ana, disposition: 'x' };
    expect(await (await tell('completed', done, { id: 'end' })).json()).toEqual({ status: 'done' });
    expect(await (await tell('completed', done, { id: 'end' })).json()).toMatchObject({ status: 'duplicate' });
    expect(await statusOf('completed', done)).toBe(409);
    expect(await statusOf('message', { agent: ana, text: 'late' })).toBe(200);
    expect((await types()).filter((type) => type === 'agent.said')).toHaveLength(2);
  });

  test('is told in order what it refused for a while, each under one id', async () => {
    await office.asksForPerson('c');
    desk.fail({ on: () => true, kind: 'reset-after', times: 1 });
    desk.fail({ on: () => true, kind: 'status', status: 503, times: 2 });
    for (const text of ['one', 'two']) await office.says('c', text);
    await office.pass(15_000);
    expect(heard().slice(1)).toEqual([
      ['customer.message', 'one'],
      ['customer.message', 'two'],
    ]);
    const ids = desk.tried.map(({ headers }) => headers['webhook-id']).slice(1);
    expect(ids).toEqual([ids[0], ids[0], ids[0], ids[0], ids[4]]);
  });

  test('is told where the files of the customer are', async () => {
    await office.asksForPerson('c');
    const file = { id: 'f1', contentType: 'application/pdf', name: 'bill.pdf', bytes: 3 };
    const place = { channel: 'web', account: '', conversation: 'c', receivedAt: office.clock.now() } as const;
    await office.runtime.receive({ ...place, providerId: 'file', via: 'attachment', text: '', files: [file] });
    await office.runtime.settle();
    const { id: _, ...rest } = file;
    expect(desk.heard.at(-1)?.data['files']).toEqual([{ ...rest, path: '/v3/directline/uploads/c/f1' }]);
    expect(desk.refused).toEqual([]);
  });

  test('is told that the customer writes, and when they do no longer', async () => {
    await office.asksForPerson('c');
    for (const _ of ['once', 'again']) office.runtime.typing({ conversation: 'c', who: 'customer', name: '' });
    office.wall.advance(5_000);
    const signs = () => desk.heard.flatMap(({ type, data }) => (type === 'customer.typing' ? [data['isOn']] : []));
    await expect.poll(() => signs().toSorted()).toEqual([false, true]);
  });
});

describe('who is taken for the desk', () => {
  test('only who signs, now and with the key', async () => {
    await office.asksForPerson('c');
    const said = { agent: ana, text: 'forged' };
    const wrong = Buffer.from('another key of at least 24 bytes');
    for (const signing of [{ key: wrong }, { at: Date.now() - 600_000 }, { at: Date.now() + 600_000 }, { headers: {} }])
      expect(await statusOf('message', said, signing)).toBe(401);
    expect(await types()).not.toContain('agent.said');
  });

  test('is told what is wrong with what it tells', async () => {
    await office.asksForPerson('c');
    const answer = await tell('message', { agent: ana, test: 'hi' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('text')]);
    expect(await statusOf('message', { agent: ana, text: 'hi', urgent: true })).toBe(400);
    expect(await statusOf('message', { agent: ana, text: 'hi', handoff: 'nothing-h1' })).toBe(404);
    expect(await statusOf('message', { agent: ana, text: 'hi', handoff: 'nothing' })).toBe(404);
    expect(await statusOf('transferred')).toBe(409);
  });
});
