/**
 * The customers, in a process of their own. Arguments: base URL, number of sockets, the server's process id. First all conversations are begun and the
 * server is left in peace; then each gets its socket, and it is left in peace again. Memory is compared between the two rests: some ten seconds after the
 * last request V8 gives the room back that dead requests filled, which else would hide what a socket costs. Prints one line of JSON.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { residentKibibytes } from '../machine.ts';

const [url = '', count = '0', pid = ''] = process.argv.slice(2);
const started = z.object({ conversationId: z.string(), streamUrl: z.string() });
const sent = z.object({
  activities: z.array(z.object({ from: z.object({ id: z.string() }), replyToId: z.string().optional() })).optional(),
});
/** between two looks at the server's memory, which rests once it has stopped falling */
const restMs = 10_000;
const mostRests = 9;
/** requests at once */
const width = 50;

type Started = z.infer<typeof started>;

const all = await eachOf(Array.from({ length: Number(count) }), async () =>
  started.parse(await (await fetch(`${url}/v3/directline/conversations`, { method: 'POST' })).json()),
);
const before = await residentAtRest();
const open = await eachOf(all, opened);
const kibibytes = ((await residentAtRest()) - before) / open.length;
const times: number[] = [];
for (let asked = 0; asked < 300; asked++) times.push(await answered(asked));
times.sort((a, b) => a - b);
const at = (share: number): number => Math.round((times[Math.floor(share * (times.length - 1))] ?? 0) * 10) / 10;
process.stdout.write(`${JSON.stringify({ kibibytes, p50Ms: at(0.5), p99Ms: at(0.99) })}\n`);
for (const { socket } of open) socket.terminate();

type Line = { readonly socket: WebSocket; readonly conversation: string };

/** Kibibytes, once two looks in a row see no more than a hundredth less; three rests at least. */
async function residentAtRest(): Promise<number> {
  let seen = residentKibibytes(pid);
  for (let rest = 1; rest <= mostRests; rest++) {
    await pause(restMs);
    const now = residentKibibytes(pid);
    if (rest >= 3 && now > seen * 0.99) return now;
    seen = now;
  }
  return seen;
}

async function opened({ conversationId, streamUrl }: Started): Promise<Line> {
  const socket = new WebSocket(streamUrl);
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  return { socket, conversation: conversationId };
}

/** Milliseconds from sending a question to the bot's answer on the socket. */
async function answered(asked: number): Promise<number> {
  const line = open[asked % 20];
  if (!line) throw new Error('no socket is open');
  const texts = ['what are your opening hours?', 'how much is delivery', 'do you ship abroad?', 'thanks a lot'];
  const text = texts[Math.floor(asked / 20) % texts.length];
  const heard = new Promise<void>((done) => {
    line.socket.on('message', function hear(data) {
      const { activities = [] } = sent.parse(JSON.parse(data.toString() || '{}'));
      if (!activities.some(({ from, replyToId }) => from.id === 'bot' && replyToId !== undefined)) return;
      line.socket.off('message', hear);
      done();
    });
  });
  await pause(5);
  const begun = performance.now();
  await fetch(`${url}/v3/directline/conversations/${line.conversation}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'customer' }, text }),
  });
  await heard;
  return performance.now() - begun;
}

async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += width)
    results.push(...(await Promise.all(items.slice(from, from + width).map(work))));
  return results;
}
