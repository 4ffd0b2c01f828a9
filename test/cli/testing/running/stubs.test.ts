import { expect, it } from 'vitest';
import { runTests } from '../../../../src/cli/testing/run-tests.ts';
import { includes, stubActions } from '../../../../src/cli/testing/running/stub-actions.ts';
import { programOf } from '../../../dialogs/step/talk.ts';
import { read, understand } from '../small-bot.ts';

const clock = { after: () => () => {} };

function callOf(idempotencyKey: string, input = {}) {
  return { action: 'pay', input, conversation: 'c', idempotencyKey, signal: new AbortController().signal };
}

it('every try of one request is answered alike; another request gets the next answer', async () => {
  const [test] = read('test: t\nstub: { pay: { calls: [1, 2] } }\ntalk: [{ customer: x }]\n').tests;
  const { run } = stubActions(test?.stubs.actions ?? new Map(), clock);
  expect(await run(callOf('c:1'))).toEqual({ ok: true, output: 1 });
  expect(await run(callOf('c:1'))).toEqual({ ok: true, output: 1 });
  expect(await run(callOf('c:2'))).toEqual({ ok: true, output: 2 });
});

it.each([
  [{ a: '1', b: 2 }, { a: 1 }, true],
  [{ a: '1' }, { a: '2' }, false],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: '2' }] }, true],
  [{ a: [1, 2] }, { a: [1] }, false],
  [{}, { a: null }, true],
  [null, {}, false],
])('%j includes %j: %s', (value, wanted, expected) => {
  expect(includes(value, wanted)).toBe(expected);
});

it('a stubbed dialog gives its values as if they were proved: nothing about them is checked', async () => {
  const program = programOf(
    `dialog: pay-out
start: { intents: [refund] }
steps:
  - call: prove
  - say: "{email}"
---
dialog: prove
slots:
  email: { type: email, ask: Address?, shared: true, check: { do: known, with: { email: email } } }
steps:
  - ask: email
`,
    ['known'],
  );
  const text =
    "test: t\nstub: { prove: { email: a@example.com } }\ntalk: [{ customer: '#refund' }, { bot: a@example.com }]\n";
  const { tests, problems } = read(text, undefined, program);
  expect(problems).toEqual([]);
  const { results } = await runTests(tests, { program, understand });
  expect(results[0]?.failures).toEqual([]);
});
