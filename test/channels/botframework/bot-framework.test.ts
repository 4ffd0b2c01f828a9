import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBotFramework } from '../../../src/channels/botframework/create-bot-framework.ts';
import type { BotFrameworkOptions } from '../../../src/channels/botframework/options.ts';
import { signJwt } from '../../../src/channels/contract/verify/jwt.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { FakeProvider } from '../setup/fake-provider.ts';
import { identitySecret, noon, type Stage, startStage } from '../setup/stage.ts';
import { activity, anonymous, fakeService, postActivity } from './fake-service.ts';

let provider: FakeProvider;
let store: Store;
let stage: Stage;

async function begin(options: BotFrameworkOptions = anonymous): Promise<void> {
  provider = await fakeService();
  store = await openStore('memory:');
  stage = await startStage({ store, door: createBotFramework(options) });
}
afterEach(async () => {
  await stage.stop();
  await store.close();
  await provider.close();
});

let count = 0;
const post = (more: object) => postActivity(stage.url, activity(provider.url, `a${++count}`, more));
const sent = () => provider.calls.map(({ body }) => body).filter(({ type }) => type !== 'typing');
const texts = () => sent().flatMap(({ text }) => (typeof text === 'string' ? [text] : []));

describe('the Bot Framework', () => {
  beforeEach(() => begin());

  test('with expectReplies all that the bot says comes with the answer, and calls nobody', async () => {
    const asked = await post({ text: '#pay', deliveryMode: 'expectReplies', serviceUrl: undefined });
    const { activities } = (await asked.json()) as { activities: { text: string; type: string }[] };
    expect(activities.map(({ text }) => text)).toEqual(['Hello.', 'Paid.']);
    const more = await post({ text: '#colours', deliveryMode: 'expectReplies', serviceUrl: undefined });
    expect(await more.json()).toMatchObject({
      activities: [
        { text: 'Which colour?', inputHint: 'expectingInput', suggestedActions: { actions: [{ title: 'Red' }, {}] } },
      ],
    });
    expect(provider.tried).toEqual([]);
  });

  test('a file that leads elsewhere on this machine is not fetched, and its message is taken all the same', async () => {
    const other = await fakeService();
    const attachments = [{ contentType: 'application/pdf', name: 'bill.pdf', contentUrl: `${other.url}/bill.pdf` }];
    expect((await post({ text: '#status', attachments })).status).toBe(200);
    await stage.pass(1_000);
    expect(other.tried).toEqual([]);
    const said = (await stage.events()).find((event) => event.type === 'customer.said');
    expect([said?.words?.text, said?.words?.files]).toEqual(['#status', undefined]);
    expect(stage.logged.join()).toContain('"why":"address"');
    await other.close();
  });

  test('what comes later, where nobody waits and nobody can be called, is given up', async () => {
    await post({ text: '#status', deliveryMode: 'expectReplies', serviceUrl: undefined });
    const [conversation = ''] = await store.conversations({ after: '', limit: 1 });
    await stage.runtime.notify({ conversation, id: 'n', notice: 'shipped', values: {} });
    await stage.runtime.settle();
    const last = (await stage.events()).findLast(({ type }) => type === 'delivery.stated');
    expect(last).toMatchObject({ data: { state: 'failed' } });
  });

  test('greets who was added, not the bot', async () => {
    const members = [{ id: 'user-7001' }, { id: 'bot-1' }];
    expect((await post({ type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }] })).status).toBe(200);
    expect(await stage.events()).toEqual([]);
    expect((await post({ type: 'conversationUpdate', membersAdded: members })).status).toBe(200);
    await stage.runtime.settle();
    expect(texts()).toEqual(['Hello.']);
  });

  test('a desk is told of a wish for a person, and may answer it', async () => {
    await post({ text: '#human.request' });
    await stage.pass(1_000);
    const events = sent().filter(({ type }) => type === 'event');
    expect(events.map(({ name, value }) => [name, value])).toMatchObject([
      ['handoff.initiate', { reason: 'asked-for', by: 'customer' }],
      ['handoff.status', { state: 'failed', message: 'nobody' }],
    ]);
    const told = await post({ type: 'event', name: 'handoff.status', value: { state: 'accepted' } });
    expect(told.status).toBe(200);
    await stage.runtime.settle();
    expect(texts().at(-1)).toBe('A colleague is here.');
    expect((await post({ type: 'event', name: 'handoff.status', value: { state: 'nonsense' } })).status).toBe(200);
  });

  test('a receipt says that all so far was read, once', async () => {
    await post({ text: '#status' });
    await stage.pass(1_000);
    const receipt = activity(provider.url, 'r1', {
      type: 'event',
      name: 'application/vnd.microsoft.readReceipt',
      value: { lastReadMessageId: '1' },
    });
    await postActivity(stage.url, receipt);
    await postActivity(stage.url, receipt);
    const stated = (await stage.events()).filter((event) => event.type === 'delivery.stated');
    expect(stated.map(({ data }) => data.state)).toEqual(['read']);
  });

  test('a key of an adaptive card is taken as the choice it stands for; other invokes are not known', async () => {
    await post({ text: '#status' });
    const value = { action: { type: 'Action.Execute', data: { touchpoint: { value: '#status' } } } };
    const done = await post({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect([done.status, await done.json()]).toMatchObject([200, { statusCode: 200, value: 'OK' }]);
    const said = (await stage.events()).findLast((event) => event.type === 'customer.said');
    expect(said).toMatchObject({ data: { via: 'choice' }, words: { text: '#status' } });
    expect((await post({ type: 'invoke', name: 'composeExtension/query', value: {} })).status).toBe(501);
  });

  test('Teams gets its keys on a card', async () => {
    await post({ text: '#colours', channelId: 'msteams' });
    await stage.pass(1_000);
    const last = sent().at(-1) as { attachments: { content: { text: string; buttons: { title: string }[] } }[] };
    expect(last.attachments[0]?.content).toMatchObject({ text: 'Which colour?', buttons: [{ title: 'Red' }, {}] });
  });

  test.each([
    'https://evil.example',
    'http://169.254.169.254/latest',
    'https://botframework.com.evil.example',
    'http://smba.trafficmanager.net',
    'https://user:word@smba.trafficmanager.net',
    'file:///etc/passwd',
    'http://127.0.0.1.evil.example',
  ])('calls no service at %s', async (serviceUrl) => {
    expect((await post({ text: '#status', serviceUrl })).status).toBe(403);
    expect(await stage.events()).toEqual([]);
  });

  test('who the business says somebody is leads to that customer', async () => {
    const customer = await store.customerOf(
      { channel: 'signed', address: 'cust-1' },
      { customer: 'known', conversation: 'w1' },
    );
    const userToken = signJwt({ sub: 'cust-1', exp: noon / 1000 + 600 }, identitySecret);
    await post({ text: '#status', channelData: { touchpoint: { userToken, entryPoint: 'portal' } } });
    const [first] = await stage.events();
    expect(first).toMatchObject({ data: { customer, touchpoint: 'botframework:portal' } });
    await postActivity(
      stage.url,
      activity(provider.url, 'x', {
        text: 'hi',
        conversation: { id: 'other' },
        from: { id: 'u2' },
        channelData: { touchpoint: { userToken: `${userToken}x` } },
      }),
    );
    const begun = (await stage.events()).filter((event) => event.type === 'conversation.started');
    expect(begun.map(({ data }) => data.customer === customer).toSorted()).toEqual([false, true]);
  });

  test("the connector's own client finds the fake service as the bot does", async () => {
    const client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: provider.url });
    const { id } = await client.conversations.sendToConversation('conv-7001', { type: 'message', text: 'theirs' });
    expect(id).toMatch(/^sent-/);
    await post({ text: '#status' });
    await stage.pass(1_000);
    const [theirs, ours] = [provider.calls[0], provider.calls.at(-1)];
    expect(ours?.path).toBe(theirs?.path);
    expect(ours?.headers['user-agent']).toContain('botframework-connector');
    expect(ours?.body).toMatchObject({
      type: 'message',
      text: 'On its way.',
      from: { id: 'bot-1' },
      recipient: { id: 'user-7001' },
    });
  });
});

describe('with authentication', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let keys: Server;

  beforeEach(async () => {
    keys = createServer((request, response) => {
      const jwk = {
        ...publicKey.export({ format: 'jwk' }),
        kid: 'k1',
        use: 'sig',
        endorsements: ['emulator', 'msteams'],
      };
      const at = `http://${request.headers.host}`;
      const body = request.url?.includes('keys')
        ? { keys: [jwk] }
        : { issuer: 'https://api.botframework.com', jwks_uri: `${at}/keys` };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const address = keys.address();
    const openIdUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/openid`;
    await begin({ ...anonymous, access: { kind: 'app', appId: 'app-1', password: 'word' }, openIdUrl });
  });
  afterEach(() => new Promise<void>((resolve) => keys.close(() => resolve())));

  const service = 'https://smba.trafficmanager.net/emea';
  function tokenOf(change: object = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'https://api.botframework.com',
      aud: 'app-1',
      serviceurl: service,
      nbf: now - 10,
      exp: now + 600,
      ...change,
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  }
  const ask = (token: string | undefined, serviceUrl = service) =>
    postActivity(
      stage.url,
      activity(serviceUrl, `b${++count}`, { text: '#status' }),
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    );

  test('takes what the Bot Framework has signed for this app and this service', async () => {
    expect((await ask(tokenOf())).status).toBe(200);
    expect((await stage.events()).length).toBeGreaterThan(0);
  });

  test.each([
    ['no token', () => undefined],
    ['a token that is none', () => 'abc'],
    ['one for another app', () => tokenOf({ aud: 'app-2' })],
    ['one of another issuer', () => tokenOf({ iss: 'https://evil.example' })],
    ['one that has run out, replayed', () => tokenOf({ exp: Math.floor(Date.now() / 1000) - 3_600, nbf: 1 })],
    ['one for another service', () => tokenOf({ serviceurl: 'https://other.botframework.com' })],
    ['one with a changed signature', () => `${tokenOf().slice(0, -8)}AAAAAAAA`],
  ])('refuses %s', async (_name, make) => {
    expect((await ask(make())).status).toBe(401);
    expect(await stage.events()).toEqual([]);
  });

  test('a good token does not open this machine or another host', async () => {
    for (const serviceUrl of [provider.url, 'https://evil.example']) {
      expect((await ask(tokenOf({ serviceurl: serviceUrl }), serviceUrl)).status).toBe(403);
    }
    expect(provider.tried).toEqual([]);
  });
});
