import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { foldConversation, readConversation, startConversation } from '../../../src/measurement/fold-conversation.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { gate, type Harness, start } from '../../runtime/harness.ts';
import { call } from './setup/call.ts';
import { officialClient } from './setup/direct-line-js.ts';
import { openFrames } from './setup/frames.ts';
import { type Served, serve } from './setup/serve.ts';

type Paid = { readonly ok: true; readonly output: boolean };

let folder: string;
let location: string;
let store: Store;
let bot: Harness;
let served: Served;
let paid: ReturnType<typeof gate<Paid>>;

async function begin(name: string): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-directline-'));
  location = name === 'memory:' ? name : join(folder, name);
  paid = gate<Paid>();
  await run();
}

async function run(port = 0): Promise<void> {
  store = await openStore(location);
  bot = await start({ store, act: () => paid.promise });
  const real = { runtime: bot.runtime, store, clock: bot.clock };
  served = await serve({ directline: real, web: { ...real, config: { host: '127.0.0.1', port } } });
}

async function end(): Promise<void> {
  await served.close();
  await bot.runtime.stop();
  await store.close();
}

afterEach(async () => {
  await end();
  await rm(folder, { recursive: true });
});

describe.each(['memory:', 'touchpoint.db'])('over the real runtime and the store %s', (name) => {
  beforeEach(() => begin(name));

  test('the official client is greeted, asked and answered, each activity once and in the order of the log', async () => {
    const me = officialClient(served.url, { secret: 'dev' });
    await me.until('Hello.');
    await me.post('#status');
    await me.post('#refund');
    await me.until('Which order?');
    expect(me.received.at(-1)).toMatchObject({ inputHint: 'expectingInput' });
    const { conversationId } = me.client as unknown as { conversationId: string };
    const log = await store.events(conversationId, { after: 0 });
    const said = log.flatMap((event) =>
      event.type === 'bot.said' || event.type === 'customer.said' ? [event.words?.text] : [],
    );
    expect(me.received.flatMap(({ text }) => text ?? [])).toEqual(said);
    me.client.end();
  });

  test('replies come with the answer where they are expected, and a repeated message is handled once', async () => {
    const conversations = `${served.url}/v3/directline/conversations`;
    const { conversationId } = (await call(conversations, { body: {} })).body;
    const body = {
      type: 'message',
      text: '#status',
      deliveryMode: 'expectReplies',
      channelData: { clientActivityID: 'a' },
    };
    const url = `${conversations}/${conversationId}/activities`;
    const [first, second] = [await call(url, { body }), await call(url, { body })];
    expect(first.body.activities).toMatchObject([{ text: 'On its way.', replyToId: first.body.id }]);
    expect(second.body.id).toBe(first.body.id);
    const { activities } = (await call(url)).body;
    expect(activities.map(({ text }: { text: string }) => text)).toEqual(['Hello.', '#status', 'On its way.']);
    expect(activities[1].id).toBe(first.body.id);
  });

  test('the first message may say where the customer comes from; later ones, and names that are none, change nothing', async () => {
    const conversations = `${served.url}/v3/directline/conversations`;
    const { conversationId } = (await call(conversations, { body: {} })).body;
    const say = (entryPoint: string) => {
      const body = { type: 'message', text: '#status', channelData: { touchpoint: { entryPoint } } };
      return call(`${conversations}/${conversationId}/activities`, { body });
    };
    for (const entryPoint of ['checkout', 'elsewhere', 'a b']) expect((await say(entryPoint)).status).toBe(200);
    const events = await store.events(conversationId, { after: 0 });
    const named = events.filter((event) => event.type === 'entry.named');
    expect(named.map(({ data }) => data)).toEqual([{ entryPoint: 'checkout', touchpoint: 'web:checkout' }]);
    const fold = foldConversation(published, startConversation, events);
    expect(readConversation(published, conversationId, fold)).toMatchObject([{ touchpoint: 'web:checkout' }]);
  });

  test('the first message may say in which language its channel is; later ones, and tags that are none, change nothing', async () => {
    const conversations = `${served.url}/v3/directline/conversations`;
    const talk = async (...locales: unknown[]) => {
      const { conversationId } = (await call(conversations, { body: {} })).body;
      for (const locale of locales) {
        const body = { type: 'message', text: '#status', locale };
        expect((await call(`${conversations}/${conversationId}/activities`, { body })).status).toBe(200);
      }
      const events = await store.events(conversationId, { after: 0 });
      return events.flatMap((event) => (event.type === 'locale.changed' ? [event.data] : []));
    };
    expect(await talk('de-at', 'fr')).toEqual([{ from: 'en', to: 'de-AT', by: 'channel' }]);
    expect(await talk('no tag!', 'fr')).toEqual([]);
    expect(await talk(7)).toEqual([]);
  });

  test('what an action brings later is pushed, as a reply to the message it was for', async () => {
    const conversations = `${served.url}/v3/directline/conversations`;
    const { conversationId, streamUrl } = (await call(conversations, { body: {} })).body;
    const say = (text: string) =>
      call(`${conversations}/${conversationId}/activities`, { body: { type: 'message', text } });
    const frames = await openFrames(streamUrl);
    await say('#refund');
    const { body } = await say('12345678');
    paid.open({ ok: true, output: true });
    await frames.until('Paid 12345678.');
    expect(frames.activities.at(-1)?.replyToId).toBe(body.id);
  });
});

test('a conversation goes on, under its token, after the process ended', async () => {
  await begin('touchpoint.db');
  const start = await call(`${served.url}/v3/directline/conversations`, { body: {} });
  const { conversationId, token } = start.body;
  await end();
  await run();
  const url = `${served.url}/v3/directline/conversations/${conversationId}/activities`;
  expect((await call(url, { bearer: token, body: { type: 'message', text: '#status' } })).status).toBe(200);
  const { activities } = (await call(url, { bearer: token })).body;
  expect(activities.map(({ text }: { text: string }) => text)).toEqual(['Hello.', '#status', 'On its way.']);
});

test('the official client goes through a restart of the server: what was said before, meanwhile and after comes once and in order', async () => {
  await begin('touchpoint.db');
  const { port } = new URL(served.url);
  const me = officialClient(served.url, { secret: 'dev' });
  await me.post('#status');
  await me.until('On its way.');
  await end();
  const meanwhile = me.post('while away');
  await run(Number(port));
  // the client waits until it is connected again; where it had not noticed yet, it says that the message is to be sent again
  const answer = await meanwhile;
  expect(answer === 'retry' ? await me.post('while away') : answer).toContain('|');
  await me.post('#refund');
  await me.until('Which order?');
  const events = await store.events(me.received[0]?.conversation?.id ?? '', { after: 0 });
  const said = events.flatMap((event) =>
    event.type === 'bot.said' || event.type === 'customer.said' ? (event.words?.text ?? '') : [],
  );
  await Promise.all(said.map((text) => me.until(text)));
  expect(me.arrived).toEqual(said);
  const texts = me.received.flatMap(({ type, text = '' }) => (type === 'message' ? text : []));
  expect(texts.toSorted()).toEqual(said.toSorted());
  me.client.end();
});
