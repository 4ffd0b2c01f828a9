import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './setup/call.ts';
import { openFrames, refusedUpgrade } from './setup/frames.ts';
import { type Served, serve } from './setup/serve.ts';

let served: Served;
let base: string;
let id: string;
let token: string;
let streamUrl: string;

beforeEach(async () => {
  served = await serve();
  base = `${served.url}/v3/directline`;
  const generated = (await call(`${base}/tokens/generate`, { body: { trustedOrigins: ['https://shop.example'] } }))
    .body;
  const { body } = await call(`${base}/conversations`, { bearer: generated.token, body: {} });
  [id, token, streamUrl] = [body.conversationId, body.token, body.streamUrl];
});
afterEach(() => served.close());

const say = (text: string) =>
  call(`${base}/conversations/${id}/activities`, { bearer: token, body: { type: 'message', text } });

describe('a stream', () => {
  test('replays what was said before it opened, then goes on live, each activity once and in order', async () => {
    await say('before');
    const frames = await openFrames(streamUrl);
    await frames.until('echo: before');
    await Promise.all(['a', 'b', 'c'].map(say));
    await frames.until('echo: c');
    const log = served.bot
      .eventsOf(id)
      .flatMap((event) => ('words' in event && event.words && 'text' in event.words ? [event.words.text] : []));
    expect(frames.activities.map(({ text }) => text)).toEqual(log);
    expect(frames.watermark()).toBe(String(served.bot.eventsOf(id).at(-1)?.seq));
  });

  test('opened while a hundred messages pour in misses none and repeats none', async () => {
    const pouring = Array.from({ length: 100 }, (_, n) => say(`m${n}`));
    const frames = await openFrames(streamUrl);
    await Promise.all(pouring);
    await say('last');
    await frames.until('echo: last');
    const log = served.bot
      .eventsOf(id)
      .flatMap((event) => ('words' in event && event.words && 'text' in event.words ? [event.words.text] : []));
    expect(frames.activities.map(({ text }) => text)).toEqual(log);
  });

  test('begins after its watermark', async () => {
    await say('before');
    const seen = String(served.bot.eventsOf(id).at(-1)?.seq);
    const resumed = (await call(`${base}/conversations/${id}?watermark=${seen}`, { bearer: token })).body;
    const frames = await openFrames(resumed.streamUrl);
    await say('after');
    await frames.until('echo: after');
    expect(frames.activities.map(({ text }) => text)).toEqual(['after', 'echo: after']);
  });

  test('is seen by every tab of the person and by nobody else', async () => {
    const other = (await call(`${base}/conversations`, { body: {} })).body;
    const [one, two, stranger] = await Promise.all(
      [streamUrl, streamUrl, other.streamUrl].map((url) => openFrames(url)),
    );
    await say('hi');
    await Promise.all([one?.until('echo: hi'), two?.until('echo: hi'), stranger?.until('hello, I am a machine')]);
    expect(stranger?.activities).toHaveLength(1);
    expect(served.directline.openSockets()).toBe(3);
  });

  test('names the message a late result replies to', async () => {
    await say('later');
    const frames = await openFrames(streamUrl);
    await frames.until('later');
    served.bot.finishLater(id);
    await frames.until('here it is');
    expect(frames.activities.at(-1)?.replyToId).toBe(frames.activities.find(({ text }) => text === 'later')?.id);
  });

  test('takes no notice of what the client says on it', async () => {
    const frames = await openFrames(streamUrl);
    frames.socket.send('');
    frames.socket.send('{"type":"message","text":"hi"}');
    await say('real');
    await frames.until('echo: real');
    expect(served.bot.taken.map(({ text }) => text)).toEqual(['real']);
  });

  test('is closed when the client sends more than a keep-alive can be', async () => {
    const frames = await openFrames(streamUrl);
    frames.socket.send('x'.repeat(10_000));
    const [code] = await once(frames.socket, 'close');
    expect(code).toBe(1009);
    expect((await say('still here')).status).toBe(200);
  });

  test('is kept alive by empty frames', async () => {
    const frames = await openFrames(streamUrl);
    await frames.until('hello, I am a machine');
    const pinged = once(frames.socket, 'ping');
    served.wall.advance(25_000);
    await pinged;
    await say('go on');
    await frames.until('echo: go on');
    expect(frames.empty()).toBe(1);
  });

  test('whose other end no longer answers is ended', async () => {
    const frames = await openFrames(streamUrl);
    await frames.until('hello, I am a machine');
    frames.socket.pause();
    served.wall.advance(25_000);
    served.wall.advance(25_000);
    await say('too late');
    frames.socket.resume();
    await once(frames.socket, 'close');
    expect(frames.activities.map(({ text }) => text)).not.toContain('too late');
    expect(served.directline.openSockets()).toBe(0);
  });
});

describe('the address of a stream', () => {
  test('works for a minute', async () => {
    served.clock.advance(59_000);
    await openFrames(streamUrl);
    served.clock.advance(1000);
    expect(await refusedUpgrade(streamUrl)).toEqual({ status: 403, code: 'TokenExpired' });
  });

  test('is for one conversation', async () => {
    const other = (await call(`${base}/conversations`, { body: {} })).body;
    const swapped = streamUrl.replace(id, other.conversationId);
    expect(await refusedUpgrade(swapped)).toEqual({ status: 403, code: 'NotAllowed' });
  });

  test('cannot be made without the key, nor from a token', async () => {
    const without = streamUrl.replace(/t=.*$/, '');
    expect(await refusedUpgrade(`${without}t=a.b.c`)).toEqual({ status: 403, code: 'BadArgument' });
    expect(await refusedUpgrade(`${without}t=${token}`)).toEqual({ status: 403, code: 'BadArgument' });
    expect(await refusedUpgrade(without)).toEqual({ status: 403, code: 'BadArgument' });
  });

  test("opens from the token's pages only", async () => {
    expect(await refusedUpgrade(streamUrl, { origin: 'https://evil.example' })).toEqual({
      status: 403,
      code: 'NotAllowed',
    });
    const frames = await openFrames(streamUrl, { origin: 'https://shop.example' });
    await frames.until('hello, I am a machine');
  });

  test('does not open under a foreign name of this machine', async () => {
    expect(await refusedUpgrade(streamUrl, { host: 'evil.example' })).toEqual({ status: 403, code: 'NotAllowed' });
  });

  test('with a spoilt watermark is refused', async () => {
    expect((await refusedUpgrade(streamUrl.replace('watermark=0', 'watermark=x'))).status).toBe(400);
  });

  test('is refused to a seventeenth socket, until one closes', async () => {
    const open = await Promise.all(Array.from({ length: 16 }, () => openFrames(streamUrl)));
    expect(await refusedUpgrade(streamUrl)).toEqual({ status: 429, code: 'TooManyRequests' });
    const [first] = open.map(({ socket }) => socket);
    first?.close();
    if (first) await once(first, 'close');
    await openFrames(streamUrl);
  });

  test('of anything else is 404', async () => {
    expect((await refusedUpgrade(streamUrl.replace('/stream', '/river'))).status).toBe(404);
    expect((await refusedUpgrade(`${served.url.replace('http', 'ws')}/`)).status).toBe(404);
  });
});
