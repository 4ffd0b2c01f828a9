/** Turns go on while a report is made that takes as long as many of them. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createRealClock } from '../../../src/cli/process/real-clock.ts';
import { createReader } from '../../../src/cli/reading/create-reader.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { start } from '../../runtime/harness.ts';
import { customerOf, pollPause, read, serve, stopAll, touchpoint } from '../serving.ts';
import { filledFile } from './stored-facts.ts';

afterEach(stopAll);

const cases = 8_000;
const fewestTurns = 20;
const flags = { from: null, to: null, by: null, filters: {} };

type Meanwhile = { readonly text: string; readonly tookMs: number; readonly turns: number; readonly slowestMs: number };

/** Takes one turn after another for as long as the report is made. */
async function turnsDuring(report: Promise<string>, turn: (index: number) => Promise<unknown>): Promise<Meanwhile> {
  let isDone = false;
  void report.finally(() => {
    isDone = true;
  });
  const begun = performance.now();
  let [turns, slowestMs] = [0, 0];
  while (!isDone) {
    const asked = performance.now();
    await turn(turns++);
    slowestMs = Math.max(slowestMs, performance.now() - asked);
  }
  return { text: await report, tookMs: performance.now() - begun, turns, slowestMs };
}

test('a slow report holds up no turn: the loop that takes them never waits for it', async () => {
  const file = await filledFile(cases);
  const store = await openStore(file, { inThread: true });
  const bot = await start({ store });
  const reader = createReader({ location: file, store, clock: bot.clock, wall: createRealClock() });
  await bot.open();
  await bot.say('#status');

  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const report = reader.read({ name: 'report', input: { flags, zone: 'UTC', history: [published] } });
  const { text, tookMs, turns, slowestMs } = await turnsDuring(report, (index) =>
    bot.say('#status', { id: `turn ${index}` }),
  );
  delay.disable();
  expect(JSON.parse(text).cases.all).toBe(cases);
  expect(turns).toBeGreaterThan(fewestTurns);
  expect(slowestMs).toBeLessThan(tookMs / 3);
  expect(delay.max / 1e6).toBeLessThan(tookMs / 3);
  expect(await bot.replies()).toHaveLength(turns + 2);

  await bot.runtime.stop();
  await reader.close();
  await store.close();
});

test('a served customer is answered all through a slow report, which is the one the command prints', async () => {
  const server = await serve({ data: await filledFile(cases) });
  const signedIn = await fetch(server.ready.signIn, { redirect: 'manual' });
  const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const customer = await customerOf(server.url);
  const ask = () => customer.say('what are your opening hours?');
  await ask();

  const report = fetch(`${server.url}/api/cx/report?channel=telegram&by=intent`, { headers });
  const { text, tookMs, turns, slowestMs } = await turnsDuring(
    report.then((answer) => answer.text()),
    async () => expect(await ask()).toContainEqual(expect.stringMatching(/Monday/)),
  );
  expect(turns).toBeGreaterThan(fewestTurns);
  expect(slowestMs).toBeLessThan(tookMs / 3);
  const { asOf, to, trust, ...served } = JSON.parse(text);
  expect(served.cases.all).toBe(cases / 2);
  const args = ['report', '--json', '--channel', 'telegram', '--by', 'intent', '--data', server.data];
  expect(JSON.parse((await touchpoint(args)).out)).toMatchObject(served);
  const someHours = z.looseObject({ hours: z.array(z.looseObject({})) });
  const hours = () => read(someHours, `${server.url}/api/cx/hours`, { headers });
  while ((await hours()).hours.length === 0) await pollPause();
  expect(await hours()).toMatchObject({ schema: 'hours/1', hours: [{ cases: 1, engaged: 1 }] });
  expect(await server.end()).toBe(0);
});
