/**
 * The load generator, in a process of its own: an update of Telegram every 5 ms, whatever became of those before. Arguments: base URL, secret, seconds.
 * Prints one line of JSON.
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const [url = '', secret = '', seconds = '10'] = process.argv.slice(2);
const perSecond = 200;
const chats = 400;
const texts = ['hello', 'what are your opening hours?', 'thanks a lot', 'I want to talk to a person'];
const agent = new Agent({ keepAlive: true });
const first = Date.now();

const total = Number(seconds) * perSecond;
const begun = performance.now();
const times: Promise<number>[] = [];
for (let count = 0; count < total; count++) {
  const due = begun + (count * 1_000) / perSecond;
  const ahead = due - performance.now();
  if (ahead > 1) await pause(ahead);
  times.push(acknowledged(count));
}
const all = await Promise.all(times);
const good = all.filter((ms) => !Number.isNaN(ms)).toSorted((a, b) => a - b);
const at = (share: number): number => good[Math.floor(share * (good.length - 1))] ?? Number.NaN;
const rate = Math.round(total / ((performance.now() - begun) / 1_000));
process.stdout.write(
  `${JSON.stringify({ p50Ms: at(0.5), p99Ms: at(0.99), perSecond: rate, failed: all.length - good.length })}\n`,
);

/** @returns milliseconds; NaN where it was not acknowledged */
function acknowledged(count: number): Promise<number> {
  const body = JSON.stringify(update(count));
  const from = performance.now();
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    const sent = request(`${url}/channels/telegram`, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => {
        resolve(response.statusCode === 200 ? performance.now() - from : Number.NaN);
      });
    });
    sent.once('error', () => resolve(Number.NaN));
    sent.end(body);
  });
}

function update(count: number): object {
  const id = 1_000 + (count % chats);
  const from = { id, is_bot: false, first_name: 'Ann', language_code: 'en' };
  const text = texts[Math.floor(count / chats) % texts.length];
  const message = {
    message_id: count,
    date: Math.floor(Date.now() / 1_000),
    chat: { id, type: 'private' },
    from,
    text,
  };
  return { update_id: first + count, message };
}
