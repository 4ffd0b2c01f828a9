import { expect, test } from 'vitest';
import { createTestClock } from '../../src/cli/process/test-clock.ts';
import type { Program } from '../../src/dialogs/program.ts';
import type { Bots } from '../../src/runtime/ports.ts';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { programOf, understand } from '../dialogs/step/talk.ts';
import { gate, type Harness, start } from './harness.ts';

const day = 24 * 3_600_000;

const first = `
dialog: pay
about: get money back
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
steps:
  - ask: order_number
  - confirm: Really?
  - do: pay
    with: { number: order_number }
    save: paid
  - say: Paid {order_number}.
---
dialog: where
start: { intents: [status] }
steps:
  - say: On its way.
---
dialog: on.start
steps:
  - say: Hello.
---
dialog: on.error
steps:
  - if: reason == "lost"
    then: { say: I lost my place. }
    else: { say: Our fault. }
`;

/** the same bot, in whose other dialogs and texts something was edited */
const edited = first
  .replace('  - ask: order_number', '  - say: Let me see.\n  - ask: order_number')
  .replace('Paid {order_number}.', 'Done with {order_number}.');
/** what the customer is asked to confirm means something else */
const changed = first.replace('Really?', 'Shall I delete it?');
const without = first.replace('dialog: pay', 'dialog: refund');

function version(yaml: string, hash: string): Program {
  return { ...programOf(yaml, ['pay']), hash };
}

/** Bots of which the second can be made today's. */
function bots(yamls: readonly [string, string], isKept = true) {
  const [a, b] = yamls.map((yaml, n) => ({ program: version(yaml, `p${n + 1}`), since: n, understand }));
  if (!a || !b) throw new Error('two versions');
  let today = a;
  const given: Bots = {
    current: () => today,
    version: async (hash) => (isKept ? [a, b].find(({ program }) => program.hash === hash) : undefined),
  };
  return {
    given,
    deploy: () => {
      today = b;
    },
    takeBack: () => {
      today = a;
    },
  };
}

async function begun(versions: ReturnType<typeof bots>, ...texts: string[]): Promise<Harness> {
  const bot = await start({ store: memoryStore(), bots: versions.given });
  await bot.open();
  for (const text of texts) await bot.say(text);
  await bot.runtime.settle();
  return bot;
}

async function last(bot: Harness, text: string): Promise<readonly string[]> {
  const before = (await bot.replies()).length;
  await bot.say(text);
  await bot.runtime.settle();
  return (await bot.replies()).slice(before);
}

async function programs(bot: Harness): Promise<string> {
  const changes = (await bot.events()).flatMap((event) => (event.type === 'program.changed' ? [event.data.to] : []));
  return [...changes, (await bot.store.load('c'))?.head.program].join(' ');
}

test('a conversation goes on with the new program at the question it stands at', async () => {
  const versions = bots([first, edited]);
  const bot = await begun(versions, '#refund');
  versions.deploy();
  expect(await last(bot, '12345678')).toEqual(['Really?']);
  expect(await programs(bot)).toBe('p2 p2');
  expect(await last(bot, 'yes')).toEqual(['Done with 12345678.']);
});

test('a yes is never taken for another question than the one the customer read', async () => {
  const versions = bots([first, changed]);
  const bot = await begun(versions, '#refund 12345678');
  versions.deploy();
  expect(await last(bot, 'so what')).toEqual(['Really?']);
  expect(await programs(bot)).toBe('p1');
  expect(await last(bot, 'yes')).toEqual(['Paid 12345678.']);
  expect(await last(bot, '#refund 87654321')).toEqual(['Shall I delete it?']);
  expect(await programs(bot)).toBe('p2 p2');
});

test('an action that was under way at the deploy comes back to the dialog that asked for it', async () => {
  const versions = bots([first, without]);
  const result = gate<{ readonly ok: true; readonly output: boolean }>();
  const bot = await start({ store: memoryStore(), bots: versions.given, act: () => result.promise });
  await bot.open();
  await bot.say('#refund 12345678');
  await bot.say('yes');
  versions.deploy();
  result.open({ ok: true, output: true });
  await bot.runtime.settle();
  expect((await bot.replies()).at(-1)).toBe('Paid 12345678.');
});

test('an action whose code is gone fails honestly', async () => {
  const versions = bots([first, without.replace(/ {2}- do: pay\n.*\n.*\n/, '')]);
  const given: Bots = {
    ...versions.given,
    current: () => ({
      ...versions.given.current(),
      program: { ...versions.given.current().program, actions: new Map() },
    }),
  };
  const bot = await start({ store: memoryStore(), bots: given });
  await bot.open();
  await bot.say('#refund 12345678');
  versions.deploy();
  expect(await last(bot, 'yes')).toEqual(['Our fault.']);
});

test('who answers after seven days a question that is gone is told so, and who says what they want gets that', async () => {
  for (const [text, reply] of [
    ['yes', 'I lost my place.'],
    ['#status', 'On its way.'],
  ] as const) {
    const versions = bots([first, without]);
    const bot = await begun(versions, '#refund 12345678');
    versions.deploy();
    await bot.clock.advance(6 * day, () => bot.runtime.settle());
    expect(await programs(bot)).toBe('p1');
    await bot.clock.advance(2 * day, () => bot.runtime.settle());
    expect(await programs(bot)).toBe('p1');
    expect(await last(bot, text)).toEqual([reply]);
    expect(await programs(bot)).toBe('p2 p2');
  }
});

test('where the files of a program are gone, the customer is told at once, and nothing of the old dialog is mistaken for the new', async () => {
  const versions = bots([first, changed], false);
  const bot = await begun(versions, '#refund 12345678');
  versions.deploy();
  expect(await last(bot, 'yes')).toEqual(['I lost my place.']);
  expect((await bot.events()).filter(({ type }) => type === 'action.requested')).toEqual([]);
  expect(await last(bot, '#refund 87654321')).toEqual(['Shall I delete it?']);
});

test('the result of an action comes to a customer whose dialog is gone with its program', async () => {
  const versions = bots([first, without], false);
  const result = gate<{ readonly ok: true; readonly output: boolean }>();
  const bot = await start({ store: memoryStore(), bots: versions.given, act: () => result.promise });
  await bot.open();
  await bot.say('#refund 12345678');
  await bot.say('yes');
  versions.deploy();
  result.open({ ok: true, output: true });
  await bot.runtime.settle();
  expect((await bot.replies()).at(-1)).toBe('I lost my place.');
  expect((await bot.events()).some(({ type }) => type === 'action.succeeded')).toBe(true);
});

test('a process of the older version leaves a conversation on the newer one', async () => {
  const versions = bots([first, edited]);
  versions.deploy();
  const bot = await begun(versions, '#refund');
  versions.takeBack();
  await last(bot, '12345678');
  expect(await last(bot, 'yes')).toEqual(['Done with 12345678.']);
  expect(await programs(bot)).toBe('p2');
});

test('time alone moves a conversation only where it has a place', async () => {
  const versions = bots([first, without], false);
  const clock = createTestClock(Date.UTC(2026, 0, 5, 9));
  const bot = await start({ store: memoryStore(), bots: versions.given, clock });
  await bot.open();
  await bot.say('#refund');
  versions.deploy();
  await clock.advance(8 * day, () => bot.runtime.settle());
  expect(await programs(bot)).toBe('p1');
  expect((await bot.events()).some(({ type }) => type === 'case.matured')).toBe(true);
});
