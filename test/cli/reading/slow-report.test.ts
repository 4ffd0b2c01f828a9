/** Turns go on while a report is made that takes longer than many of them. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, expect, test } from 'vitest';
import { createRealClock } from '../../../src/cli/process/real-clock.ts';
import { createReader } from '../../../src/cli/reading/create-reader.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { start } from '../../runtime/harness.ts';
import { customerOf, serve, stopAll, touchpoint } from '../serving.ts';
import { filledFile } from './stored-facts.ts';

afterEach(stopAll);

const cases = 12_000;
const turns = 40;
const flags = { from: null, to: null, by: null, filters: {} };

test('a slow report holds up no turn: the loop that takes them never waits for it', async () => {
  const file = await filledFile(cases);
  const store = await openStore(file, { inThreads: true });
  const bot = await start({ store });
  const reader = createReader({ location: file, store, clock: bot.clock, wall: createRealClock() });
  await bot.open();
  await bot.say('#status');

  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  let isDone = false;
  const report = reader.read({ name: 'report', input: { flags, zone: 'UTC' } }).then((text) => {
    isDone = true;
    return text;
  });
  for (let turn = 0; turn < turns; turn++) await bot.say('#status', { id: `turn ${turn}` });
  expect(isDone).toBe(false);
  expect(JSON.parse(await report).cases.all).toBe(cases);
  const tookMs = performance.now() - begun;
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(tookMs / 3);
  expect(await bot.replies()).toHaveLength(turns + 2);

  await bot.runtime.stop();
  await reader.close();
  await store.close();
});

test('a served customer is answered many times while a slow report is made, which is the one the command prints', async () => {
  const server = await serve({ data: await filledFile(cases) });
  const signedIn = await fetch(server.ready.signIn, { redirect: 'manual' });
  const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const customer = await customerOf(server.url);
  await customer.say('what are your opening hours?');

  let isDone = false;
  const report = fetch(`${server.url}/api/cx/report?to=2026-11-01&by=intent`, { headers }).then((answer) => {
    isDone = true;
    return answer.text();
  });
  for (let turn = 0; turn < turns; turn++) {
    expect(await customer.say('what are your opening hours?')).toEqual([expect.stringMatching(/Monday/)]);
  }
  expect(isDone).toBe(false);
  const { asOf, trust, ...served } = JSON.parse(await report);
  expect(served.cases.all).toBeGreaterThan(0);
  const args = ['report', '--json', '--to', '2026-11-01', '--by', 'intent', '--data', server.data];
  expect(JSON.parse((await touchpoint(args)).out)).toMatchObject(served);
  expect(await server.end()).toBe(0);
});
