import { expect, test } from 'vitest';
import { explain } from '../../../src/cli/chat/explain.ts';
import { traceText } from '../../../src/cli/chat/trace-text.ts';
import type { Event } from '../../../src/events/event.ts';
import { parseEvent } from '../../../src/events/event-codec.ts';
import { traceOf } from '../../../src/reports/trace/trace-of.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { start } from '../../runtime/harness.ts';

const yaml = `dialog: pay
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
  pin: { type: text, sensitive: true, ask: Your secret word? }
steps:
  - ask: order_number
  - ask: pin
  - if: pin == "swordfish"
    then:
      - do: pay
        with: { word: pin }
      - say: Paid with {pin}.
`;

async function talked(...texts: string[]): Promise<readonly Event[]> {
  const bot = await start({ store: memoryStore(), yaml });
  await bot.open();
  for (const text of texts) await bot.say(text);
  await bot.runtime.settle();
  return bot.events();
}

test('a stored conversation tells turn by turn what was understood, filled, decided, asked and called, each at its place', async () => {
  const events = await talked('#refund 12345678', 'swordfish');
  const lines = traceOf(events)
    .filter(({ turn }) => turn > 0)
    .map(({ turn, said, lines }) => [
      turn,
      said,
      lines.map(({ text, at }) => `${text}${at ? ` ${at.file}:${at.line}` : ''}`),
    ]);
  expect(lines).toEqual([
    [
      1,
      ['#refund 12345678'],
      [
        'understood: refund 90 %; accepted refund (threshold 50 %)',
        'enters pay by intent dialogs/test.yaml:1',
        'order_number = "12345678" from what else was said',
        'does not ask order_number: it is known dialogs/test.yaml:7',
        'says "Your secret word?" dialogs/test.yaml:8',
        'asks pin dialogs/test.yaml:8',
      ],
    ],
    [
      2,
      ['•••'],
      [
        'understood: nothing; nothing accepted (threshold 50 %)',
        'pin = "•••" from the answer',
        'decides yes dialogs/test.yaml:9',
        'calls pay with {"word":"•••"} dialogs/test.yaml:11',
        'pay gave true in 0 ms',
        'says "Paid with •••." dialogs/test.yaml:13',
        'leaves pay: finished',
      ],
    ],
  ]);
  expect(JSON.stringify(traceOf(events))).not.toContain('swordfish');
});

test('where the words were erased the decisions are still there', async () => {
  const events = (await talked('#refund 12345678', 'swordfish')).map((event) =>
    parseEvent({ ...event, words: undefined }),
  );
  const [first] = traceOf(events).filter(({ turn }) => turn === 1);
  expect(first?.said).toEqual([null]);
  expect(first?.lines.map(({ text }) => text)).toContain('order_number = what was erased from what else was said');
});

test('beside each place stands the line of the version the turn ran on', async () => {
  const turns = traceOf(await talked('#refund 12345678', 'swordfish'));
  const hash = turns.at(-1)?.program ?? '';
  const text = traceText(turns, new Map([[hash, [{ path: 'dialogs/test.yaml', text: yaml }]]]), 'UTC');
  expect(text).toContain('turn 2  5 Jan 2026, 09:00:00  customer: “•••”');
  expect(text).toContain('  decides yes  (dialogs/test.yaml:9: - if: pin == "swordfish")');
  expect(traceText(turns, new Map(), 'UTC')).toContain('  decides yes  (dialogs/test.yaml:9)\n');
});

test('in the terminal each decision is told as it is made, without questions twice', async () => {
  const events = await talked('#refund 12345678');
  const lines = events.flatMap((event) => explain([event]));
  expect(lines).toContain('asks pin at dialogs/test.yaml:8');
  expect(lines.filter((line) => line.includes('Your secret word?'))).toEqual([]);
});

test('nothing happened: no trace', () => {
  expect(traceOf([])).toEqual([]);
});
