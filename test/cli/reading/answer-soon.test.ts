import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answerSoon } from '../../../src/cli/reading/answer-soon.ts';
import type { Job } from '../../../src/cli/reading/jobs.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { fakeClock } from '../../channels/directline/setup/fake-clock.ts';

const flags = { from: null, to: null, by: null, filters: {} };
const report: Job = { name: 'report', input: { flags, zone: 'UTC', history: [published] } };
const moment = 100;

const textOf = (cases: number, asOf: number) =>
  `{"schema":"report/1","asOf":"${asOf}","cases":{"all":${cases},"engaged":1}}\n`;

/** Reads that end when they are told to, in the order in which they were begun. */
function stage() {
  const clock = fakeClock();
  const begun: { readonly gone: AbortSignal | undefined; readonly end: PromiseWithResolvers<string> }[] = [];
  const reader = {
    async read(_: Job, gone?: AbortSignal) {
      const end = Promise.withResolvers<string>();
      begun.push({ gone, end });
      return end.promise;
    },
  };
  const soon = answerSoon({ reader, clock, wall: clock });
  let told = 0;
  soon.listen(() => told++);
  return {
    ...{ clock, begun, soon, told: () => told },
    async end(index: number, text: string) {
      begun[index]?.end.resolve(text);
      await turn();
    },
    /** What is given to whoever asks, where no work ends. */
    async given(job: Job = report) {
      const asked = soon.read(job);
      await turn();
      clock.advance(moment);
      return Promise.race([asked, turn('waits')]);
    },
  };
}

test('a report of many cases that takes long is given as it was last, and told of once it is newer', async () => {
  const { soon, begun, end, given, told } = stage();
  const first = soon.read(report);
  await end(0, textOf(60_000, 1));
  expect(await first).toBe(textOf(60_000, 1));
  // three pages ask at once, and are told once
  expect([await given(), await given(), await given()]).toEqual(Array(3).fill(textOf(60_000, 1)));
  expect(told()).toBe(0);
  await end(1, textOf(60_001, 2));
  expect(told()).toBe(1);
  expect(begun).toHaveLength(4);
  for (const index of [2, 3]) await end(index, textOf(60_001, 3));
  expect(told()).toBe(1);
  expect(await given()).toBe(textOf(60_001, 3));
});

test('nobody is told of a report in which nothing is newer but its moment', async () => {
  const { soon, end, given, told } = stage();
  void soon.read(report);
  await end(0, textOf(60_000, 1));
  await given();
  await end(1, textOf(60_000, 2));
  expect(told()).toBe(0);
});

test('what is made in a moment is given as it is now, and a report of few cases always', async () => {
  const { soon, end, given } = stage();
  void soon.read(report);
  await end(0, textOf(60_000, 1));
  const quick = soon.read(report);
  await end(1, textOf(60_000, 2));
  expect(await quick).toBe(textOf(60_000, 2));

  const small = stage();
  void small.soon.read(report);
  await small.end(0, textOf(49_999, 1));
  expect(await small.given()).toBe('waits');
  // what is made for files is of now
  const csv: Job = { ...report, name: 'csv' };
  void soon.read(csv);
  await end(2, textOf(60_000, 3));
  expect(await given(csv)).toBe('waits');
});

test('what is long past is waited for anew, and what cannot be made is an error', async () => {
  const { soon, clock, begun, end, given, told } = stage();
  void soon.read(report);
  await end(0, textOf(60_000, 1));
  clock.advance(300_001);
  expect(await given()).toBe('waits');
  await end(1, textOf(60_001, 2));
  const failing = soon.read(report);
  begun[2]?.end.reject(new Error('the disk is full'));
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await given()).toBe(textOf(60_001, 2));
  begun[3]?.end.reject(new Error('the disk is full'));
  await turn();
  expect(told()).toBe(0);
});

test('work over many cases is not broken off when its asker is gone', async () => {
  const { soon, begun, end } = stage();
  const { signal } = new AbortController();
  void soon.read(report, signal);
  await end(0, textOf(60_000, 1));
  void soon.read({ ...report, name: 'staff' }, signal);
  expect(begun.map(({ gone }) => gone)).toEqual([signal, undefined]);
});

test('journey and what people did are given as they were last only where a report was of many cases', async () => {
  const { soon, end, given } = stage();
  const journey: Job = {
    name: 'journey',
    input: { flags: { ...flags, customer: null }, zone: 'UTC', history: [published] },
  };
  const first = soon.read(journey);
  await end(0, 'journey 1');
  await first;
  expect(await given(journey)).toBe('waits');
  await end(1, 'journey 2');
  const large = soon.read(report);
  await end(2, textOf(60_000, 1));
  await large;
  expect(await given(journey)).toBe('waits');
  await end(3, 'journey 3');
  expect(await given(journey)).toBe('journey 3');
});
