import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call } from '../setup/call.ts';
import { officialClient } from '../setup/direct-line-js.ts';
import { type Served, serve } from '../setup/serve.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const outcome = z.object({ id: z.string().default(''), error: z.object({ code: z.string() }).default({ code: '' }) });
const megabyte = 1024 * 1024;

let served: Served;
let conversation: { conversationId: string; token: string };
let url: string;

beforeEach(async () => {
  served = await serve();
  conversation = (await call(`${served.url}/v3/directline/conversations`, { body: {} })).body;
  url = `${served.url}/v3/directline/conversations/${conversation.conversationId}`;
});
afterEach(() => served.close());

type Part = readonly [content: string | Buffer, type: string, name: string];

async function upload(parts: readonly Part[], activity?: object, bearer = conversation.token) {
  const form = new FormData();
  const json = JSON.stringify(activity);
  if (activity) form.append('activity', new Blob([json], { type: 'application/vnd.microsoft.activity' }), 'blob');
  for (const [content, type, name] of parts)
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
  return send(form, {}, bearer);
}

async function send(body: FormData | Buffer | string, headers: Record<string, string>, bearer = conversation.token) {
  const init = { method: 'POST', headers: { authorization: `Bearer ${bearer}`, ...headers } };
  const answer = await fetch(`${url}/upload?userId=ann`, {
    ...init,
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
  });
  return { status: answer.status, body: outcome.parse(await answer.json()) };
}

// biome-ignore lint/suspicious/noExplicitAny: tests read what came, and fail where it is not there
const echoes = async (): Promise<any[]> =>
  (await call(`${url}/activities`, { bearer: conversation.token })).body.activities.filter(
    ({ from }: { from: { role: string } }) => from.role === 'user',
  );

describe('a file that is sent', () => {
  test('with words comes back with them, its name and an address from which it can be had, byte for byte', async () => {
    const activity = { type: 'message', text: 'look', channelData: { clientActivityID: 'c1' } };
    const { status, body } = await upload([[png, 'image/png', 'broken cup.png']], activity);
    const [echo] = await echoes();
    expect([status, echo.id, echo.text]).toEqual([200, body.id, 'look']);
    expect(echo.channelData).toEqual({ clientActivityID: 'c1' });
    expect(echo.attachments).toEqual([
      { contentType: 'image/png', contentUrl: expect.stringContaining(`${served.url}/v3/`), name: 'broken cup.png' },
    ]);
    const file = await fetch(echo.attachments[0].contentUrl);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
    const header = (name: string) => file.headers.get(name);
    expect([header('content-type'), header('x-content-type-options')]).toEqual(['image/png', 'nosniff']);
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(header('content-disposition')).toBe("inline; filename*=UTF-8''broken%20cup.png");
  });

  test('as the body alone is a message with no words', async () => {
    const sent = await send(png, {
      'content-type': 'image/png',
      'content-disposition': 'name="file"; filename="a.png"',
    });
    const [echo] = await echoes();
    expect([sent.status, echo.text, echo.attachments[0].name]).toEqual([200, '', 'a.png']);
    expect(served.bot.taken[0]).toMatchObject({ via: 'attachment', text: '' });
  });

  test('twice under one id is one message and one file', async () => {
    const activity = { type: 'message', channelData: { clientActivityID: 'c1' } };
    const first = await upload([[png, 'image/png', 'a.png']], activity);
    const again = await upload([[png, 'image/png', 'a.png']], activity);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await echoes()).toHaveLength(1);
  });

  test('that is no picture is only ever saved, under a name that leads nowhere else', async () => {
    await upload([['%PDF-1.7 …', 'application/pdf', '../../evil"\r\n.pdf']]);
    const [echo] = await echoes();
    const file = await fetch(echo.attachments[0].contentUrl);
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''evil.pdf");
  });
});

describe('what is not taken', () => {
  const refusals: readonly (readonly [string, readonly Part[], number, string])[] = [
    ['a page with script', [['<script>alert(1)</script>', 'text/html', 'a.html']], 415, 'UnsupportedType'],
    ['a drawing that may hold script', [['<svg onload="x()"/>', 'image/svg+xml', 'a.svg']], 415, 'UnsupportedType'],
    ['a program called a picture', [['MZ\x90\0', 'image/png', 'a.png']], 415, 'UnsupportedType'],
    [
      'a good file beside a bad one',
      [
        [png, 'image/png', 'a.png'],
        ['MZ', 'image/png', 'b.png'],
      ],
      415,
      'UnsupportedType',
    ],
    [
      'a file of more than 5 MB',
      [[Buffer.concat([png, Buffer.alloc(5 * megabyte)]), 'image/png', 'a.png']],
      413,
      'TooLarge',
    ],
    ['no file at all', [], 400, 'MissingProperty'],
    ['an empty file', [['', 'text/plain', 'a.txt']], 400, 'MissingProperty'],
    ['six files', Array.from({ length: 6 }, () => [png, 'image/png', 'a.png'] as const), 400, 'BadArgument'],
  ];
  test.each(refusals)('%s', async (_name, parts, ...expected) => {
    const answer = await upload(parts, { type: 'message', text: 'x' });
    expect([answer.status, answer.body.error.code]).toEqual(expected);
    expect(await echoes()).toEqual([]);
  });

  test('more than 10 MB, which is not read to its end', async () => {
    const answer = await send(Buffer.alloc(11 * megabyte), { 'content-type': 'image/png' });
    expect([answer.status, answer.body.error.code]).toEqual([413, 'TOO_LARGE']);
  });

  test('a form that is malformed, or an activity that is none', async () => {
    const torn = await send('--x\r\nnonsense', { 'content-type': 'multipart/form-data; boundary=x' });
    expect([torn.status, torn.body.error.code]).toEqual([400, 'BadArgument']);
    expect((await upload([[png, 'image/png', 'a.png']], { type: 'message', text: 5 })).status).toBe(400);
  });

  test('files for the conversation of somebody else', async () => {
    const { token } = (await call(`${served.url}/v3/directline/conversations`, { body: {} })).body;
    expect((await upload([[png, 'image/png', 'a.png']], undefined, token)).status).toBe(403);
  });

  test('a flood of files, with the time after which it goes on', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) statuses.push((await upload([[png, 'image/png', `${n}.png`]])).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
  });
});

test.each(['/uploads/x/y', '/uploads/..%2f..%2fetc/passwd', '/uploads/x/..%2F..%2Fpackage.json', '/uploads/x/'])(
  'there is no file at %s',
  async (path) => {
    expect((await call(`${served.url}/v3/directline${path}`)).status).toBe(404);
  },
);

test('the official client sends a file with its message, and sees both', async () => {
  const me = officialClient(served.url, { token: conversation.token });
  const contentUrl = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }));
  const attachments = [{ contentType: 'image/png', contentUrl, name: 'cup.png' }];
  const id = await me.postActivity({ type: 'message', text: 'my cup', attachments });
  await me.until('my cup');
  expect(me.received.find((activity) => activity.id === id)).toMatchObject({
    attachments: [{ contentType: 'image/png', name: 'cup.png' }],
  });
  me.client.end();
});
