import { Bot, InlineKeyboard, webhookCallback } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signLinkCode } from '../../../src/channels/contract/verify/link-code.ts';
import { createTelegram } from '../../../src/channels/telegram/create-telegram.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { FakeProvider } from '../setup/fake-provider.ts';
import { identitySecret, noon, type Stage, startStage } from '../setup/stage.ts';
import { ada, fakeTelegram, secret, telegramDoor, telegramDriver, textUpdate, token } from './fake-telegram.ts';

let provider: FakeProvider;
let store: Store;
let stage: Stage;

beforeEach(async () => {
  provider = await fakeTelegram();
  store = await openStore('memory:');
  stage = await startStage({ store, door: telegramDoor(provider) });
});
afterEach(async () => {
  await stage.stop();
  await store.close();
  await provider.close();
});

let count = 10;
function post(update: object, query = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  return fetch(`${stage.url}/channels/telegram${query}`, { method: 'POST', headers, body: JSON.stringify(update) });
}
async function say(text: string, more: object = {}): Promise<void> {
  expect((await post(textUpdate(++count, text, more))).status).toBe(200);
  await stage.pass(1_000);
}
const sent = (method: string) =>
  provider.calls.filter(({ path }) => path.endsWith(`/${method}`)).map(({ body }) => body);

test('sends what grammY sends, key by key', async () => {
  const bot = new Bot(token, { client: { apiRoot: provider.url } });
  await bot.api.sendMessage(String(ada.id), 'Which colour?', {
    reply_markup: new InlineKeyboard().text('Red', 'a').row().text('Blue 🎨', 'b'),
  });
  const [theirs] = sent('sendMessage');
  await say('#colours');
  const ours = sent('sendMessage').at(-1);
  const data = /"callback_data":"[^"]*"/g;
  expect(JSON.stringify(ours).replace(data, '')).toBe(JSON.stringify(theirs).replace(data, ''));
  for (const [found] of JSON.stringify(ours).matchAll(data)) expect(Buffer.byteLength(found)).toBeLessThan(64);
});

test('takes the updates and the secret that grammY takes, and refuses those it refuses', async () => {
  const heard: string[] = [];
  const bot = new Bot(token, { client: { apiRoot: provider.url } });
  bot.on('message:text', (context) => void heard.push(context.msg.text));
  await bot.init();
  const theirs = webhookCallback(bot, 'std/http', { secretToken: secret });
  const update = JSON.stringify(textUpdate(++count, '#status'));
  for (const [given, status] of [
    [secret, 200],
    ['wrong', 401],
  ] as const) {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': given };
    const asked = { method: 'POST', headers, body: update };
    expect((await theirs(new Request('http://bot.example/', asked))).status).toBe(status);
    expect((await fetch(`${stage.url}/channels/telegram`, asked)).status).toBe(status);
  }
  await stage.pass(1_000);
  expect(heard).toEqual(['#status']);
  expect(sent('sendMessage').map(({ text }) => text)).toEqual(['Hello.', 'On its way.']);
});

test('/start begins and greets, and names the entry point', async () => {
  await say('/start campaign_7');
  expect(sent('sendMessage').map(({ text }) => text)).toEqual(['Hello.']);
  const [begun] = await stage.events();
  expect(begun).toMatchObject({ type: 'conversation.started', data: { touchpoint: 'telegram:campaign_7' } });
  await post(textUpdate(++count, '#status', { chat: { id: 9, type: 'private' } }), '?entry=poster');
  await stage.pass(1_000);
  const begins = (await stage.events()).filter((event) => event.type === 'conversation.started');
  expect(begins.map(({ data }) => data.touchpoint).toSorted()).toEqual(['telegram:campaign_7', 'telegram:poster']);
});

test('/start twice greets once, however often it is pressed or repeated', async () => {
  await say('/start');
  await say('/start');
  await say('/start default');
  const again = textUpdate(++count, '/start');
  await post(again);
  await stage.pass(1_000);
  expect(sent('sendMessage').map(({ text }) => text)).toEqual(['Hello.']);
  await say('#status');
  const begun = textUpdate(++count, '/start');
  for (const update of [begun, begun]) await post(update);
  await say('#status');
  await post(begun);
  await say('#status');
  expect(sent('sendMessage').map(({ text }) => text)).toEqual([
    'Hello.',
    'On its way.',
    'Hello.',
    'On its way.',
    'On its way.',
  ]);
  await say('/start poster');
  expect(sent('sendMessage').at(-1)?.['text']).toBe('Hello.');
  await say('#status');
  const runs = () => store.conversationOf({ channel: 'telegram', address: String(ada.id) });
  const later = await runs();
  await post(begun);
  expect(await runs()).toBe(later);
});

test('a signed link that is pressed twice links once', async () => {
  const code = signLinkCode('cust-1', noon + 600_000, identitySecret);
  await say(`/start ${code}`);
  await say(`/start ${code}`);
  expect(sent('sendMessage').map(({ text }) => text)).toEqual(['Hello.']);
});

test('a signed link leads to the customer of the web, and a forged one to nobody', async () => {
  const customer = await store.customerOf(
    { channel: 'signed', address: 'cust-1' },
    { customer: 'known', conversation: 'w1' },
  );
  await say('#status');
  await say(`/start ${signLinkCode('cust-1', noon + 600_000, 'not the secret')}`);
  const strangers = (await stage.events()).flatMap((event) =>
    event.type === 'conversation.started' ? [event.data.customer] : [],
  );
  expect(strangers).not.toContain(customer);
  await say(`/start ${signLinkCode('cust-1', noon + 600_000, identitySecret)}`);
  await say('#status');
  expect(await store.customersBehind({ channel: 'telegram', address: String(ada.id) })).toEqual([customer]);
  const conversation = await store.conversationOf({ channel: 'telegram', address: String(ada.id) });
  const events = await store.events(conversation ?? '', { after: 0 });
  expect(events[0]).toMatchObject({ type: 'conversation.started', data: { customer } });
  expect(events.some(({ type }) => type === 'customer.said')).toBe(true);
});

test('a button of an earlier conversation does nothing, and lets go', async () => {
  await say('#colours');
  await say('/start');
  const before = (await stage.events()).length;
  expect((await telegramDriver(provider).press(stage.url, 'Red')).status).toBe(200);
  await stage.pass(1_000);
  expect((await stage.events()).length).toBe(before);
  await expect.poll(() => sent('answerCallbackQuery').length).toBe(1);
});

test('sends no faster than Telegram takes it, and in order', async () => {
  await say('#status');
  await stage.pass(10_000);
  const before = sent('sendMessage').length;
  const conversation = await store.conversationOf({ channel: 'telegram', address: String(ada.id) });
  for (let n = 0; n < 6; n++) {
    const told = { conversation: conversation ?? '', id: `n${n}`, notice: 'shipped', values: {} };
    await stage.runtime.notify(told);
  }
  const counts: number[] = [];
  for (let second = 0; second < 5; second++) {
    await stage.runtime.settle();
    counts.push(sent('sendMessage').length - before);
    await stage.pass(1_000);
  }
  expect(counts).toEqual([3, 4, 5, 6, 6]);
});

test('groups, bots and what is no update are let alone', async () => {
  await say('#status', { chat: { id: -5, type: 'group' } });
  await say('#status', { from: { ...ada, is_bot: true } });
  expect((await post({ update_id: 1, poll: {} })).status).toBe(200);
  expect((await post({ hello: 1 })).status).toBe(400);
  expect(await stage.events()).toEqual([]);
});

test('a picture that Telegram cannot get is said in words', async () => {
  const wrong = { ok: false, error_code: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' };
  provider.fail({ on: ({ path }) => path.endsWith('/sendPhoto'), kind: 'status', status: 400, body: wrong });
  await say('#cards');
  expect(sent('sendMessage').at(-1)?.['text']).toContain('A lamp on a table: https://shop.example/lamp.png');
  expect((await stage.events()).some(({ type }) => type === 'delivery.stated')).toBe(false);
});

test('shows that it is at it', async () => {
  await post(textUpdate(++count, '#status'));
  await stage.pass(1_000);
  await expect.poll(() => sent('sendChatAction')).toEqual([{ chat_id: String(ada.id), action: 'typing' }]);
});

test('check says what is missing', async () => {
  const door = (given: object) => createTelegram({ token, secret, baseUrl: provider.url, settleMs: 0, ...given });
  expect((await door({}).check()).map(({ grade }) => grade)).toEqual(['good', 'good']);
  expect(await door({ token: 'wrong' }).check()).toMatchObject([
    { grade: 'missing', message: expect.stringContaining('401') },
  ]);
  provider.fail({
    on: ({ path }) => path.endsWith('/getWebhookInfo'),
    kind: 'status',
    status: 200,
    body: { ok: true, result: { url: '', pending_update_count: 3 } },
  });
  expect((await door({}).check()).at(-1)).toMatchObject({
    grade: 'missing',
    message: expect.stringContaining('no webhook'),
  });
});
