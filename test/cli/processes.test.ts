/** Several serving processes on one PostgreSQL, as an operator runs them. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { freshDatabase } from '../postgres/database.ts';
import { startPostgres } from '../postgres/server.ts';
import { customerOf, messagesOf, pollPause, read, serve, stopAll, touchpoint } from './serving.ts';

afterEach(stopAll);

const started = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });

it('a customer whose socket is open in one process gets the answer to what another process took', async () => {
  const data = await freshDatabase();
  const [first, second] = await Promise.all([serve({ data }), serve({ data })]);
  expect(first.ready.data).not.toContain(new URL(data).password);
  const conversation = await read(started, `${first.url}/v3/directline/conversations`, { method: 'POST' });
  const heard = listen(conversation.streamUrl, (texts) => texts.some((text) => /Monday/.test(text)));
  await heard.open;
  const posted = await fetch(`${second.url}/v3/directline/conversations/${conversation.conversationId}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${conversation.token}` },
    body: JSON.stringify({ type: 'message', from: { id: 'customer' }, text: 'what are your opening hours?' }),
  });
  expect(posted.status).toBe(200);
  expect(await heard.texts).toContain('what are your opening hours?');
});

it('a conversation goes on in another process after its own was killed, and is reported once', async () => {
  const data = await freshDatabase();
  const [first, second] = [await serve({ data }), await serve({ data })];
  const customer = await customerOf(first.url);
  await customer.say('I want to cancel my order');
  await first.end('SIGKILL');
  const answer = await fetch(`${second.url}/v3/directline/conversations/${customer.conversation}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'customer' }, text: 'never mind' }),
  });
  expect(answer.status).toBe(200);
  expect((await messagesOf(second.url, customer.conversation)).map(({ text }) => text)).toContain('never mind');
  expect(await second.end()).toBe(0);
  const rebuilt = await touchpoint(['rebuild', '--json', '--data', data]);
  expect(JSON.parse(rebuilt.out)).toMatchObject({ conversations: 1, differences: [] });
  const report = await touchpoint(['report', '--json', '--data', data]);
  expect(JSON.parse(report.out)).toMatchObject({ schema: 'report/1', cases: { all: 1 } });
});

it('a database that cannot be reached, or does not exist, is named without its password', async () => {
  const [address, missing] = [new URL(await freshDatabase()), new URL(await freshDatabase())];
  address.port = '1';
  missing.pathname = 'nowhere';
  const ended = await touchpoint(['serve', '--json', '--port', '0', '--data', address.href]);
  expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/127\.0\.0\.1:1\/.*STORE_UNAVAILABLE/s) });
  const gone = await touchpoint(['report', '--data', missing.href]);
  expect(gone).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/nowhere.*make the database/s) });
  expect(ended.err + gone.err).not.toContain(address.password);
});

it('a process whose database has gone ends when it is told twice, and says so', async () => {
  const postgres = await startPostgres({ folder: await mkdtemp(join(tmpdir(), 'touchpoint-gone-')) });
  try {
    const server = await serve({ data: postgres.url });
    await (await customerOf(server.url)).say('what are your opening hours?');
    await postgres.stop('immediate');
    process.kill(server.ready.pid, 'SIGTERM');
    // by now it waits for the database
    while (await isListening(server.url)) await pollPause();
    expect(await server.end('SIGTERM')).toBe(1);
    expect(server.err()).toContain('ended without waiting for what runs: it was told a second time');
  } finally {
    await postgres.end();
  }
}, 60_000);

async function isListening(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  );
}

type Heard = { readonly open: Promise<void>; readonly texts: Promise<readonly string[]> };

const frame = z.object({ activities: z.array(z.object({ text: z.string().optional() })) });

/** Collects the texts of a stream until there are enough. */
function listen(url: string, isEnough: (texts: readonly string[]) => boolean): Heard {
  const socket = new WebSocket(url);
  const opened = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<readonly string[]>();
  const texts: string[] = [];
  socket.onopen = () => opened.resolve();
  socket.onerror = () => opened.reject(new Error('the stream did not open'));
  socket.onmessage = ({ data }) => {
    if (data === '') return;
    for (const { text = '' } of frame.parse(JSON.parse(String(data))).activities) texts.push(text);
    if (!isEnough(texts)) return;
    socket.close();
    heard.resolve(texts);
  };
  return { open: opened.promise, texts: heard.promise };
}
