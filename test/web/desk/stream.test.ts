/** What agents see happen, as server-sent events. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { call } from '../../channels/directline/setup/call.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
const ends: (() => void)[] = [];

beforeEach(async () => {
  office = await openOffice();
  await office.comes('Ana');
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await office.stop();
});

type Seen = { readonly event: string; readonly data: Readonly<Record<string, unknown>> };

const data = z.record(z.string(), z.unknown());

/** Reads a stream; `next` waits for the next event that is wanted. */
async function watch(who: string, query = '') {
  const gone = new AbortController();
  ends.push(() => gone.abort());
  const answer = await fetch(`${office.url}/api/desk/stream${query}`, {
    headers: { authorization: `Bearer ${who}` },
    signal: gone.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const seen: Seen[] = [];
  let rest = '';
  const pull = async (): Promise<boolean> => {
    const { value, done = true } = (await reader?.read()) ?? {};
    const parts = (rest + (value ?? '')).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const [, event, text] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
      if (event !== undefined) seen.push({ event, data: data.parse(JSON.parse(text ?? '{}')) });
    }
    return !done;
  };
  const next = async (wanted: (one: Seen) => boolean): Promise<Seen | undefined> => {
    for (;;) {
      const index = seen.findIndex(wanted);
      if (index >= 0) return seen.splice(0, index + 1).at(-1);
      if (!(await pull())) return undefined;
    }
  };
  return { answer, next, end: () => gone.abort() };
}

const named = (event: string) => (one: Seen) => one.event === event;
const line = (text: string) => (one: Seen) => one.event === 'line' && one.data['text'] === text;

test('tells the queue at once and whenever it changes', async () => {
  const stream = await watch('Ana');
  expect(stream.answer.headers.get('content-type')).toBe('text/event-stream');
  expect((await stream.next(named('queue')))?.data).toMatchObject({ waiting: [], agents: [{ name: 'Ana' }] });
  await office.asksForPerson('c1');
  const queued = await stream.next((one) => JSON.stringify(one.data).includes('"c1"'));
  expect(queued?.data).toMatchObject({ waiting: [{ id: 'c1', position: 1, version: 1 }], held: [] });
});

test('tells an agent each line of what they have, from before and from now, and of nothing else', async () => {
  const stream = await watch('Ana');
  const version = await office.asksForPerson('c1');
  await office.asksForPerson('c2');
  await office.ask('Ana', 'POST /api/desk/conversations/c1/accept', { version });
  expect((await stream.next(line('#human.request')))?.data).toMatchObject({ conversation: 'c1', who: 'customer' });
  await office.says('c2', 'from somebody else');
  await office.says('c1', 'are you there?');
  const heard = await stream.next((one) => one.event === 'line' && one.data['who'] === 'customer');
  expect(heard?.data).toMatchObject({ conversation: 'c1', who: 'customer', text: 'are you there?' });
});

test('tells that the customer writes, and the customer that the agent does', async () => {
  const stream = await watch('Ana');
  const version = await office.asksForPerson('c1');
  await office.ask('Ana', 'POST /api/desk/conversations/c1/accept', { version });
  await stream.next(line('#human.request'));
  const activities = `${office.url}/v3/directline/conversations/c1/activities`;
  await call(activities, { body: { type: 'typing', from: { id: 'u' } } });
  expect((await stream.next(named('typing')))?.data).toEqual({ conversation: 'c1', who: 'customer', name: '' });
  const signs: object[] = [];
  office.runtime.onTyping((sign) => void signs.push(sign));
  expect((await office.ask('Ana', 'POST /api/desk/conversations/c1/typing')).status).toBe(204);
  expect((await office.ask('Bo', 'POST /api/desk/conversations/c1/typing')).status).toBe(409);
  expect(signs).toEqual([{ conversation: 'c1', who: 'agent', name: 'Ana' }]);
});

test('lets a supervisor listen to what others have, and nobody else', async () => {
  await office.asksForPerson('c1');
  expect((await watch('Bo', '?listen=c1')).answer.status).toBe(403);
  const stream = await watch('Sue', '?listen=c1');
  await office.says('c1', 'is this heard?');
  expect((await stream.next(line('is this heard?')))?.data).toMatchObject({ conversation: 'c1' });
});

test('says something now and then where nothing happens, and ends with the server', async () => {
  const stream = await watch('Ana');
  await stream.next(named('queue'));
  office.wall.advance(15_000);
  const stopped = office.stop();
  expect(await stream.next(named('never'))).toBeUndefined();
  await stopped;
});
