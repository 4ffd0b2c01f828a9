/**
 * The process is killed with SIGKILL at each named point of the turn, with 50 conversations in flight; the file is read again by a second process, which
 * the client tells everything that was not acknowledged. Then nothing is lost, and nothing happened twice.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evolve } from '../../../src/dialogs/evolve/evolve.ts';
import { initialState } from '../../../src/dialogs/state.ts';
import type { Event } from '../../../src/events/event.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { type Point, points } from '../../../src/runtime/probe.ts';
import { createLives } from '../../../src/runtime/turn/live.ts';
import { openStore } from '../../../src/storage/open-store.ts';

type Message = { readonly conversation: string; readonly id: string; readonly text: string };

const conversations = Array.from({ length: 50 }, (_, index) => `c${index}`);
const texts = ['open', '#refund 12345678', '#status', 'blah', '#refund', '87654321'];
const messages: readonly Message[] = texts.flatMap((text, turn) =>
  conversations.map((conversation) => ({ conversation, id: `${conversation}.${turn}`, text })),
);
const child = fileURLToPath(new URL('./child.ts', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-crash-'));
  await writeFile(join(folder, 'counterpart.log'), '');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a process killed', () => {
  it.each(points)('at %s loses nothing it acknowledged and does nothing twice', async (point) => {
    const first = await run(messages, point, passageOf(point));
    expect(first.signal).toBe('SIGKILL');
    const left = messages.filter(({ id }) => !first.acknowledged.has(id));
    const second = await run(left, '-', 1);
    expect(second.isIdle).toBe(true);
    await expectWhole(new Set([...first.acknowledged, ...second.acknowledged]));
  });
});

/** Late enough that many conversations are in flight, each at another place. */
function passageOf(point: Point): number {
  return point === 'message.received' || point.startsWith('turn') || point.startsWith('reply') ? 120 : 30;
}

async function run(input: readonly Message[], point: string, passage: number) {
  const args = [child, join(folder, 'data.db'), join(folder, 'counterpart.log'), point, String(passage)];
  const running = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const acknowledged = new Set<string>();
  let isIdle = false;
  let rest = '';
  running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('ack ')) acknowledged.add(line.slice('ack '.length));
    isIdle ||= lines.includes('idle');
  });
  running.stdin.on('error', () => {});
  running.stdin.end(input.map((message) => `${JSON.stringify(message)}\n`).join(''));
  const [, signal] = await once(running, 'close');
  return { signal, acknowledged, isIdle };
}

async function expectWhole(acknowledged: ReadonlySet<string>): Promise<void> {
  expect(acknowledged.size).toBe(messages.length);
  const store = await openStore(join(folder, 'data.db'));
  const counterpart = readFileSync(join(folder, 'counterpart.log'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const called = counterpart.flatMap((entry) => entry.called ?? []);
  expect(new Set(called).size).toBe(called.length);
  for (const conversation of conversations) {
    const events = await store.events(conversation, { after: 0 });
    expectOnce(conversation, events);
    expectDelivered(conversation, events, counterpart);
    expect((await createLives(store).get(conversation))?.state).toEqual(
      events.reduce(evolve, initialState(conversation)),
    );
  }
  await expectNothingLeft(store);
  await store.close();
}

/** Every message stands in the log once, and in the order it was said. */
function expectOnce(conversation: string, events: readonly Event[]): void {
  const inputs = events.flatMap((event) => (event.type === 'customer.said' ? [event.data.input] : []));
  const said = texts.slice(1).map((_, turn) => `${conversation}.${turn + 1}`);
  expect(inputs.toSorted()).toEqual(said);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const requested = events.filter(({ type }) => type === 'action.requested').length;
  const ended = events.filter(({ type }) => type === 'action.succeeded' || type === 'action.failed').length;
  expect(ended).toBe(requested);
}

/** Every reply a commit promised reached the counterpart, in order of first arrival. */
function expectDelivered(
  conversation: string,
  events: readonly Event[],
  counterpart: readonly { conversation?: string; seq?: number }[],
): void {
  const promised = events.flatMap((event) => (event.type === 'bot.said' ? [event.seq] : []));
  const arrived = counterpart.flatMap((entry) => (entry.conversation === conversation ? [entry.seq] : []));
  expect([...new Set(arrived)]).toEqual(promised);
}

async function expectNothingLeft(store: Store): Promise<void> {
  expect(await store.outboxDue(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  expect(await store.actionsOpen(10)).toEqual([]);
  expect(await store.conversationsWaiting(10)).toEqual([]);
}
