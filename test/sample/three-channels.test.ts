/** The sample bot on three channels, as it is: the same words everywhere, and one customer, known by who the shop says they are, with one issue. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { signJwt } from '../../src/channels/contract/verify/jwt.ts';
import { signLinkCode } from '../../src/channels/contract/verify/link-code.ts';
import { parseFacts } from '../../src/reports/facts/parse-facts.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { activity, fakeService, postActivity } from '../channels/botframework/fake-service.ts';
import { call } from '../channels/directline/setup/call.ts';
import { officialClient } from '../channels/directline/setup/direct-line-js.ts';
import type { FakeProvider } from '../channels/setup/fake-provider.ts';
import { ada, fakeTelegram, secret, textUpdate, token } from '../channels/telegram/fake-telegram.ts';
import { fixturesOf, serve, stopAll } from '../cli/serving.ts';
import { copyTree } from '../house/copy-tree.ts';

const identity = 'the-secret-of-the-shop';
const closing: (() => unknown)[] = [stopAll];
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
});

test('the sample bot says the same on three channels, and one issue of one customer is one case over all of them', async () => {
  const { folder, remove } = copyTree('linked');
  const [telegram, service] = [await fakeTelegram(), await fakeService()];
  closing.push(remove, telegram.close, service.close);
  const channels = `telegram: { settleMs: 0, baseUrl: "${telegram.url}" }, botframework: { anonymous: true, settleMs: 0 }`;
  await appendFile(join(folder, 'touchpoint.yaml'), `\nchannels: { ${channels} }\n`);
  const server = await serve({
    args: ['--bot', folder],
    env: {
      TOUCHPOINT_TELEGRAM_TOKEN: token,
      TOUCHPOINT_TELEGRAM_SECRET: secret,
      TOUCHPOINT_IDENTITY_SECRET: identity,
    },
  });
  const { orders } = await fixturesOf(server.ready.services['shop']);
  const number = orders.find(({ status }) => status === 'processing')?.number ?? '';
  const userToken = signJwt({ sub: 'cust-1', exp: Date.now() / 1_000 + 600 }, identity);
  const question = `where is my order ${number}?`;

  const visit = await call(`${server.url}/widget/token`, { body: { userToken } });
  const web = officialClient(server.url, { token: visit.body.token });
  closing.push(() => web.client.end());
  const saidOnWeb = () => web.received.filter(({ type }) => type === 'message').flatMap(({ text }) => text ?? '');
  await web.post(question);
  await expect
    .poll(saidOnWeb, patience)
    .toContainEqual(expect.stringContaining(`Order ${number} is still being packed`));
  const answer = saidOnWeb().find((text) => text.startsWith(`Order ${number}`)) ?? '';
  await web.post('blorp wuzzle frimp');
  const missed = 'blorp wuzzle frimp';
  await expect.poll(() => saidOnWeb().slice(saidOnWeb().indexOf(missed) + 1), patience).not.toEqual([]);

  let update = 100;
  const tell = (text: string) => {
    const body = JSON.stringify(textUpdate(++update, text, { date: Math.floor(Date.now() / 1_000) }));
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    return fetch(`${server.url}/channels/telegram`, { method: 'POST', headers, body });
  };
  expect((await tell(`/start ${signLinkCode('cust-1', Date.now() + 600_000, identity)}`)).status).toBe(200);
  expect((await tell(question)).status).toBe(200);
  await expect.poll(() => textsOf(telegram), patience).toContain(answer);

  const channelData = { touchpoint: { userToken } };
  await postActivity(server.url, activity(service.url, '1', { text: question, channelData }));
  await expect.poll(() => textsOf(service), patience).toContain(answer);

  await server.end();
  const store = await openStore(server.data, { readOnly: true });
  closing.push(() => store.close());
  const cases = (await store.facts({})).map((row) => parseFacts(row.facts)).filter(({ engaged }) => engaged);
  const [one] = cases;
  expect(cases).toHaveLength(1);
  expect(one).toMatchObject({ channel: 'web', touchpoint: 'web:default', customerTurns: 4, returns: 2 });
  expect(one?.conversations).toHaveLength(3);
  const count = (signal: string) =>
    (one?.burdens ?? []).reduce((sum, burden) => sum + (burden.signal === signal ? burden.count : 0), 0);
  const counts = ['no_match', 'channel_switch', 'repeat_contact', 'told_again'].map(count);
  expect(counts).toEqual([1, 1, 1, 2]);
  expect(await store.customersBehind({ channel: 'telegram', address: String(ada.id) })).toEqual([one?.customer]);
});

const patience = { timeout: 60_000, interval: 50 };

function textsOf({ calls }: FakeProvider): readonly string[] {
  return calls.flatMap(({ body }) => (typeof body['text'] === 'string' ? [body['text']] : []));
}
