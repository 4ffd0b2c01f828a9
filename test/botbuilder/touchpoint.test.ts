import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TestAdapter } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Touchpoint, touchpoint } from '../../src/botbuilder/touchpoint.ts';
import type { EventOf, EventType } from '../../src/events/event.ts';
import { published } from '../../src/measurement/constants/measures.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { type WaterfallBot, waterfallBot } from './waterfall-bot.ts';

let folder: string;
let data: string;
let seen: Touchpoint;
let bot: WaterfallBot;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-botbuilder-'));
  data = join(folder, 'seen.db');
  bot = waterfallBot((context) => seen.note(context, { kind: 'goal', goal: 'refunded', reached: true }));
  seen = touchpoint({
    data,
    dialogState: bot.dialogState,
    noMatch: /didn't get that/,
    humanRequest: /\bagent\b/i,
    version: 'v7',
  });
});
afterEach(() => rm(folder, { recursive: true }));

async function kept() {
  await seen.close();
  const store = await openStore(data, { readOnly: true });
  const [conversation = ''] = await store.conversations({ after: '', limit: 10 });
  const events = await store.events(conversation, { after: 0 });
  const facts = await store.facts({});
  await store.close();
  const of = <T extends EventType>(type: T) => events.filter((event): event is EventOf<T> => event.type === type);
  return { events, facts, of };
}

describe('a bot of botbuilder', () => {
  test('is recorded turn by turn, with its dialogs, its repeats and what it reached, and judged by the same definitions', async () => {
    const adapter = new TestAdapter(bot.run).use(seen);
    await adapter.send('bla').assertReply("Sorry, I didn't get that.");
    await adapter.send('I want a refund').assertReply('Which order?');
    await adapter.send('the blue one').assertReply('Four digits, please.');
    await adapter.send('1234').assertReply('Refunded 1234.');
    const { events, facts, of } = await kept();
    expect(of('conversation.started')[0]?.data).toMatchObject({
      channel: 'test',
      program: 'v7',
      touchpoint: 'test:default',
    });
    expect(of('customer.said').map(({ turn, words }) => [turn, words?.text])).toEqual([
      [1, 'bla'],
      [2, 'I want a refund'],
      [3, 'the blue one'],
      [4, '1234'],
    ]);
    expect(of('message.unmatched').map(({ turn }) => turn)).toEqual([1]);
    expect(of('question.asked').map(({ data: { attempt, reason } }) => [attempt, reason])).toEqual([
      [1, 'first'],
      [2, 'invalid'],
    ]);
    expect(of('dialog.entered').map(({ data: { dialog } }) => dialog)).toEqual(['refund']);
    expect(of('dialog.left').map(({ data: { how } }) => how)).toEqual(['finished']);
    expect(of('goal.reached')).toHaveLength(1);
    expect(events.every(({ seq }, index) => seq === index + 1)).toBe(true);
    const [judged] = readConversation(
      published,
      events[0]?.conversation ?? '',
      foldConversation(published, startConversation, events),
    );
    expect(facts.map((row) => JSON.parse(row.facts))).toEqual([JSON.parse(JSON.stringify(judged))]);
    const signals = JSON.parse(facts[0]?.facts ?? '{}').burdens.map((burden: { signal: string }) => burden.signal);
    expect(signals).toEqual(expect.arrayContaining(['no_match', 'reprompt']));
  });

  test('an error of its code is a failure, and goes on to its own handler unchanged', async () => {
    const errors: unknown[] = [];
    const adapter = new TestAdapter(bot.run).use(seen);
    adapter.onTurnError = async (_context, error) => void errors.push(error.message);
    await adapter.send('crash').startTest();
    const { of } = await kept();
    expect(errors).toEqual(['the backend is gone']);
    expect(of('turn.stranded')).toHaveLength(1);
    expect(of('customer.said')).toHaveLength(1);
  });

  test('a wish for a person and a handoff are seen', async () => {
    const adapter = new TestAdapter(bot.run).use(seen);
    await adapter.send('agent!').startTest();
    const { of } = await kept();
    expect(of('human.requested').map(({ data: { count } }) => count)).toEqual([1]);
    expect(of('handoff.requested')).toHaveLength(1);
  });

  test('over HTTP it is the same, two conversations are two, and an activity that comes twice is kept once', async () => {
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    adapter.use(seen);
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { headers } = request;
      const parsed = { method: 'POST', headers, body: JSON.parse(Buffer.concat(chunks).toString()) };
      const answer = {
        status: (code: number) => void Object.assign(response, { statusCode: code }),
        send: (body: unknown) => void response.write(JSON.stringify(body)),
        end: () => response.end(),
        header: () => {},
        socket: response.socket,
      };
      await adapter.process(parsed, answer, bot.run);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const post = async (id: string, conversation: string, text: string) => {
      const activity = {
        type: 'message',
        id,
        text,
        channelId: 'emulator',
        deliveryMode: 'expectReplies',
        from: { id: `u-${conversation}` },
        recipient: { id: 'b' },
        conversation: { id: conversation },
        serviceUrl: 'http://127.0.0.1:9',
      };
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      return (await response.json()) as { activities: { text: string }[] };
    };
    expect((await post('1', 'a', 'refund')).activities.map(({ text }) => text)).toEqual(['Which order?']);
    await post('1', 'a', 'refund');
    await post('2', 'b', 'refund');
    await seen.close();
    await new Promise((resolve) => server.close(resolve));
    const store = await openStore(data, { readOnly: true });
    const conversations = await store.conversations({ after: '', limit: 10 });
    const said = await Promise.all(conversations.map((id) => store.events(id, { after: 0 })));
    expect(said.map((events) => events.filter(({ type }) => type === 'customer.said').length)).toEqual([1, 1]);
    await store.close();
  });

  test('goes on where it stopped, in a new process', async () => {
    const adapter = new TestAdapter(bot.run).use(seen);
    await adapter.send('bla').startTest();
    await seen.close();
    seen = touchpoint({ data, noMatch: /didn't get that/ });
    const next = new TestAdapter(bot.run, adapter.template).use(seen);
    await next.send({ type: 'message', text: 'blu', id: 'another' }).startTest();
    const { of } = await kept();
    expect(of('message.unmatched').map(({ turn, data: { attempt } }) => [turn, attempt])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(of('conversation.started')).toHaveLength(1);
  });

  test('data that cannot be kept is told when asked, and never to the customer', async () => {
    await seen.close();
    seen = touchpoint({ data: join(folder, 'no', 'such', '\0') });
    const adapter = new TestAdapter(bot.run).use(seen);
    await adapter.send('bla').assertReply("Sorry, I didn't get that.").startTest();
    await expect(seen.close()).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });
});
