import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './setup/call.ts';
import { type Served, secret, serve, withSecret } from './setup/serve.ts';

let served: Served;
let url: string;

beforeEach(async () => {
  served = await serve({ directline: withSecret });
  const conversations = `${served.url}/v3/directline/conversations`;
  const { conversationId } = (await call(conversations, { bearer: secret, body: {} })).body;
  url = `${conversations}/${conversationId}/activities`;
});
afterEach(async () => {
  expect((await call(url, { bearer: secret, body: { type: 'message', text: 'still here' } })).status).toBe(200);
  await served.close();
});

const post = (body: unknown) => call(url, { bearer: secret, body });

/** Sends bytes as they are; what came back until the server closed the connection. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

describe('large messages', () => {
  test('one of a megabyte is refused in the shape of the protocol, and the client hears it', async () => {
    const answer = await post({ type: 'message', text: 'x'.repeat(1_000_000) });
    expect([answer.status, answer.body.error.code]).toEqual([413, 'TOO_LARGE']);
    expect(answer.body.error.message).toContain('262144 characters');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(served.bot.taken).toEqual([]);
  });

  test('one sent in pieces without a length is refused too', async () => {
    const pieces = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 100; n++) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)));
        controller.close();
      },
    });
    const init: RequestInit = { method: 'POST', headers: { authorization: `Bearer ${secret}` }, body: pieces };
    const answer = await fetch(url, Object.assign(init, { duplex: 'half' }));
    expect(answer.status).toBe(413);
  });

  test('the limit counts characters, not bytes: 256 K of any script pass, one more does not', async () => {
    const frame = '{"type":"message","text":""}';
    const body = (characters: number) =>
      JSON.stringify({ type: 'message', text: '語'.repeat(characters - frame.length) });
    expect((await post(body(262_144))).status).toBe(200);
    expect((await post(body(262_145))).status).toBe(413);
  });
});

test('a client that goes on sending after it was refused holds up no server that ends', async () => {
  const head = `POST ${new URL(url).pathname} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${secret}\r\nContent-Length: 1000000\r\n\r\n`;
  const other = await serve({ directline: withSecret });
  const socket = connect(Number(new URL(other.url).port), '127.0.0.1', () => socket.write(head));
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toContain('413');
  const closed = other.close();
  socket.write('x'.repeat(1_000_000));
  await closed;
  socket.destroy();
}, 30_000);

describe('what is not JSON', () => {
  test.each([
    ['{', 'it ends too early at line 1, column 2'],
    ['{"type":"message",\n "text" "hi"}', 'unexpected character at line 2, column 9'],
    ["{'type':1}", 'line 1, column 2'],
    ['[1,]', 'line 1, column 4'],
    ['{"a":01}', 'line 1, column 6'],
    ['{"a":"tab\there"}', 'line 1, column 10'],
    ['hello', 'line 1, column 1'],
    ['{} {}', 'line 1, column 4'],
  ])('%j is refused with the place', async (body, place) => {
    const answer = await post(body);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BAD_REQUEST']);
    expect(answer.body.error.message).toContain(place);
  });

  test('bytes that are no UTF-8 do no harm', async () => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      body: Buffer.from([0x7b, 0xff, 0xfe, 0x00]),
    });
    expect(answer.status).toBe(400);
  });

  test('a NUL in a text is replaced, as databases refuse it', async () => {
    await post({ type: 'message', text: 'a\u0000b' });
    expect(served.bot.taken[0]?.text).toBe('a\uFFFDb');
  });
});

describe('hostile requests', () => {
  test.each([
    'http://[',
    '//',
    '/%zz',
    '/v3/directline/conversations/%zz/activities',
    '/v3/directline/conversations/%2e%2e/activities',
    '*',
    '/\\x',
    '/..%2f..%2fetc/passwd',
  ])('the target %s is answered and the server goes on', async (target) => {
    for (const method of ['GET', 'POST']) {
      const answer = await raw(
        `${method} ${target} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 40[0-5] /);
    }
  });

  test.each([
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
    ['endless headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP', 'hello\r\n\r\n', 400],
  ])('%s are refused', async (_name, text, status) => {
    expect(await raw(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  test('a header cannot be smuggled into an answer by a client id', async () => {
    const answer = await post({ type: 'message', text: 'hi', channelData: { clientActivityID: 'a\r\nX-Evil: 1' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-evil')).toBeNull();
  });

  test('names of object prototypes are conversations nobody began', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const answer = await call(`${served.url}/v3/directline/conversations/${name}/activities`, { bearer: secret });
      expect(answer.status).toBe(404);
    }
    expect(
      (await post('{"type":"message","text":"hi","__proto__":{"type":"typing"},"channelData":{"__proto__":{"a":1}}}'))
        .status,
    ).toBe(200);
  });

  test('a client that hangs up in the middle of its message leaves nothing behind', async () => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      `POST ${new URL(url).pathname} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secret}\r\nContent-Length: 100\r\n\r\n{"type"`,
      () => socket.destroy(),
    );
    await closed;
    expect(served.bot.taken).toEqual([]);
  });
});
