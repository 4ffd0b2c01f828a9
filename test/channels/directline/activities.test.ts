import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customerActivityId, customerPart } from '../../../src/channels/directline/activities/activity-id.ts';
import { call } from './setup/call.ts';
import { type Served, secret, serve, withSecret } from './setup/serve.ts';

let served: Served;
let base: string;
let id: string;
let token: string;

beforeEach(async () => {
  served = await serve({ directline: withSecret });
  base = `${served.url}/v3/directline`;
  const { body } = await call(`${base}/conversations`, {
    bearer: secret,
    body: { user: { id: 'dl_ann', name: 'Ann' } },
  });
  [id, token] = [body.conversationId, body.token];
});
afterEach(() => served.close());

const url = () => `${base}/conversations/${id}/activities`;
const post = (activity: unknown, bearer = token) => call(url(), { bearer, body: activity });
const say = (text: string, more: object = {}) => post({ type: 'message', text, from: { id: 'x' }, ...more });
const idOf = (clientId: string) => customerActivityId(id, customerPart(id, clientId));
const read = async (watermark = '') => (await call(`${url()}?watermark=${watermark}`, { bearer: token })).body;

describe('posting', () => {
  test('the id in the answer is that of the message in the log, which is there when the answer comes', async () => {
    const answer = await say('hi', { channelData: { clientActivityID: 'abc123' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ id: idOf('abc123') });
    expect(served.bot.eventsOf(id).map(({ type }) => type)).toContain('customer.said');
    expect(served.bot.taken[0]).toMatchObject({
      channel: 'web',
      account: '',
      via: 'text',
      text: 'hi',
      conversation: id,
    });
  });

  test('a message sent again is answered again and handled once', async () => {
    const send = () => say('hi', { channelData: { clientActivityID: 'same' } });
    const [one, two] = [await send(), await send()];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.body.id).toBe(one.body.id);
    expect(served.bot.taken).toHaveLength(1);
  });

  test('two conversations whose clients count alike are not taken for one', async () => {
    const other = (await call(`${base}/conversations`, { bearer: secret, body: {} })).body;
    await say('hi', { channelData: { clientActivityID: '1' } });
    const body = { type: 'message', text: 'ho', channelData: { clientActivityID: '1' } };
    await call(`${base}/conversations/${other.conversationId}/activities`, { bearer: other.token, body });
    expect(served.bot.taken.map(({ text }) => text)).toEqual(['hi', 'ho']);
  });

  test('messages without a client id are all different', async () => {
    await say('hi');
    await say('hi');
    expect(served.bot.taken).toHaveLength(2);
  });

  test.each(['abc', 'ann.example', '0000002', 'a|b', 'ünï', 'x'.repeat(65)])(
    'a client id like %s never passes for one of ours, and is not kept',
    async (clientActivityID) => {
      const answer = await say('hi', { channelData: { clientActivityID } });
      expect(answer.body.id).toMatch(new RegExp(`^${id}\\|[\\w-]{22}$`));
      expect(
        served.bot
          .eventsOf(id)
          .map(({ data }) => JSON.stringify(data))
          .join(),
      ).not.toContain(`"${clientActivityID}"`);
    },
  );

  test("the sender is the token's user, whatever the activity says", async () => {
    await say('hi', { from: { id: 'somebody else', name: 'Mallory' } });
    expect(served.bot.taken[0]?.from).toEqual({ id: 'dl_ann', name: 'Ann' });
  });

  test('who holds the secret speaks for anybody', async () => {
    await post({ type: 'message', text: 'hi', from: { id: 'bob', name: 'Bob' } }, secret);
    expect(served.bot.taken[0]?.from).toEqual({ id: 'bob', name: 'Bob' });
  });

  test('the whole answer comes along when replies are expected', async () => {
    const { body } = await say('choices', { deliveryMode: 'expectReplies', channelData: { clientActivityID: 'q' } });
    expect(body.activities).toEqual([
      {
        type: 'message',
        id: `${id}|0000004`,
        timestamp: '2025-03-04T12:00:00.000Z',
        channelId: 'directline',
        conversation: { id },
        from: { id: 'bot', name: 'Robin', role: 'bot' },
        replyToId: idOf('q'),
        text: 'which one?',
        inputHint: 'expectingInput',
        suggestedActions: {
          to: [],
          actions: [
            { type: 'imBack', title: 'Red', value: 'red' },
            { type: 'imBack', title: 'Blue', value: 'blue' },
          ],
        },
      },
    ]);
  });

  test('a deferred message is acknowledged without replies', async () => {
    const { status, body } = await say('later', { deliveryMode: 'expectReplies' });
    expect([status, body.activities]).toEqual([200, []]);
  });

  test.each(['conversationUpdate', 'typing', 'event', 'messageReaction'])(
    'an activity of type %s is taken and makes no turn',
    async (type) => {
      const answer = await post({ type, from: { id: 'x' } });
      expect([answer.status, answer.body]).toEqual([200, { id: expect.stringContaining(`${id}|`) }]);
      expect(served.bot.taken).toEqual([]);
    },
  );

  test('a notice of the business is told when it comes from who holds the secret, and from nobody else', async () => {
    const notice = { type: 'event', name: 'touchpoint.notice', value: { notice: 'parcel.late', values: { n: '1' } } };
    const answer = await post(notice, secret);
    expect([answer.status, answer.body]).toEqual([200, { id: expect.stringContaining(`${id}|`) }]);
    expect(served.bot.eventsOf(id).at(-1)).toMatchObject({ words: { text: 'notice: parcel.late' } });
    expect((await post(notice)).status).toBe(403);
    expect((await post({ ...notice, value: { values: {} } }, secret)).status).toBe(400);
    const elsewhere = await call(`${base}/conversations/nowhere/activities`, { bearer: secret, body: notice });
    expect(elsewhere.status).toBe(404);
  });

  test('a pressed button may come as a value without a text, a picture as an attachment without one', async () => {
    await post({ type: 'message', value: 'red' });
    await post({ type: 'message', attachments: [{ contentType: 'image/png' }] });
    expect(served.bot.taken.map(({ via, text }) => [via, text])).toEqual([
      ['text', 'red'],
      ['attachment', ''],
    ]);
  });

  test.each([
    [{ type: 'message' }, 'MissingProperty', 'text'],
    [{ type: 'message', text: '' }, 'MissingProperty', 'text'],
    [{ text: 'hi' }, 'MissingProperty', "'type'"],
    [{ type: 'message', text: 7 }, 'BadArgument', "'text'"],
    [{ type: 'invoke', name: 'x' }, 'NotSupported', 'invoke'],
    [[{ type: 'message' }], 'BadArgument', 'object'],
    ['"hi"', 'BadArgument', 'object'],
    ['null', 'MissingProperty', "'type'"],
  ])('%j is refused with what is wrong', async (activity, code, named) => {
    const answer = await post(activity);
    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
    expect(answer.body.error.message).toContain(named);
    expect(served.bot.taken).toEqual([]);
  });

  test('channel data that is nested without end is refused before anybody stores it', async () => {
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const answer = await post(`{"type":"message","text":"hi","channelData":${nested}}`);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BadArgument']);
    expect(answer.body.error.message).toContain('nested');
  });

  test('a conversation that was never begun is 404', async () => {
    const fresh = (await call(`${base}/tokens/generate`, { bearer: secret, body: {} })).body;
    for (const body of [{ type: 'message', text: 'hi' }, { type: 'typing' }]) {
      const answer = await call(`${base}/conversations/${fresh.conversationId}/activities`, {
        bearer: fresh.token,
        body,
      });
      expect([answer.status, answer.body.error.code]).toEqual([404, 'NotFound']);
    }
  });

  test('when the store fails nothing is acknowledged, and the same message may come again', async () => {
    served.bot.breakStore(true);
    const failed = await say('hi', { channelData: { clientActivityID: 'a' } });
    expect([failed.status, failed.body.error.code]).toEqual([503, 'STORE_FULL']);
    expect(failed.body.error.message).toContain('disk is full');
    expect(Number(failed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(failed.headers.get('access-control-allow-origin')).toBe('*');
    served.bot.breakStore(false);
    expect((await say('hi', { channelData: { clientActivityID: 'a' } })).status).toBe(200);
    expect(served.bot.taken).toHaveLength(1);
  });
});

describe('reading', () => {
  test('a page holds what was said in order, and the next page is empty', async () => {
    await say('hi', { channelData: { clientActivityID: 'a' } });
    const page = await read();
    expect(page.activities.map(({ text }: { text: string }) => text)).toEqual([
      'hello, I am a machine',
      'hi',
      'echo: hi',
    ]);
    expect(page.watermark).toBe('4');
    expect(await read(page.watermark)).toEqual({ activities: [], watermark: '4' });
    expect((await read('3')).activities.map(({ text }: { text: string }) => text)).toEqual(['echo: hi']);
  });

  test("a client's message comes back with its channel data untouched, its id, and the user as sender", async () => {
    const channelData = {
      clientActivityID: 'a',
      list: [1, { 'odd key': null }],
      emoji: '👩‍👩‍👧',
      __proto__x: '\\u0000',
    };
    await say('hi', { channelData });
    expect((await read()).activities[1]).toEqual({
      type: 'message',
      id: idOf('a'),
      timestamp: '2025-03-04T12:00:00.000Z',
      channelId: 'directline',
      conversation: { id },
      from: { id: 'dl_ann', name: 'Ann', role: 'user' },
      text: 'hi',
      channelData,
    });
  });

  test('the greeting replies to nothing, each answer to its message', async () => {
    await say('one', { channelData: { clientActivityID: 'a' } });
    await say('two', { channelData: { clientActivityID: 'b' } });
    const replies = (await read()).activities.filter(({ from }: { from: { role: string } }) => from.role === 'bot');
    expect(replies.map(({ replyToId }: { replyToId?: string }) => replyToId)).toEqual([
      undefined,
      idOf('a'),
      idOf('b'),
    ]);
  });

  test("an action's late result replies to the message it was for, even read alone", async () => {
    await say('later', { channelData: { clientActivityID: 'a' } });
    const before = (await read()).watermark;
    served.bot.finishLater(id);
    const { activities } = await read(before);
    expect(activities).toMatchObject([{ text: 'here it is', replyToId: idOf('a') }]);
  });

  test('a handoff shows as the events of Bot Framework', async () => {
    await say('person', { channelData: { clientActivityID: 'a' } });
    const events = (await read()).activities.filter(({ type }: { type: string }) => type === 'event');
    expect(events).toMatchObject([
      { name: 'handoff.initiate', value: { reason: 'asked', team: 'care', by: 'customer' }, replyToId: idOf('a') },
      { name: 'handoff.status', value: { state: 'failed', message: 'closed' } },
    ]);
  });

  test('a long conversation comes in pages without a gap or a repetition', async () => {
    for (let n = 0; n < 150; n++) await say(`m${n}`);
    const texts: string[] = [];
    let [watermark, pages] = ['', 0];
    for (let page = await read(); page.activities.length > 0; page = await read(watermark)) {
      texts.push(...page.activities.map(({ text }: { text: string }) => text));
      [watermark, pages] = [page.watermark, pages + 1];
    }
    const expected = Array.from({ length: 150 }, (_, n) => [`m${n}`, `echo: m${n}`]).flat();
    expect(texts).toEqual(['hello, I am a machine', ...expected]);
    expect(pages).toBeGreaterThan(1);
  });

  test('a watermark beyond the end is brought back to it', async () => {
    expect(await read('999')).toEqual({ activities: [], watermark: '2' });
    expect((await call(`${url()}?watermark=x`, { bearer: token })).status).toBe(400);
  });
});
