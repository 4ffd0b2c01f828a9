import { expect, it } from 'vitest';
import { explain } from '../../../src/cli/chat/explain.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { start } from '../../runtime/harness.ts';

const yaml = `
dialog: pay
about: pay something
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
  card: { type: postcode, ask: The code?, sensitive: true }
steps:
  - ask: order_number
  - ask: card
  - do: pay
    with: { number: order_number, card: card }
    save: paid
  - say: Paid with {card}.
`;

it('what a sensitive slot holds stands in no explanation, no log and no memory of messages, on the way through a real runtime', async () => {
  await using stored = await openStoreOf();
  const bot = await start({
    store: stored.store,
    yaml,
    act: async ({ input }) => ({ ok: true, output: { echo: JSON.stringify(input) } }),
  });
  await bot.open();
  for (const text of ['#refund 12345678', 'it is 10115, thanks']) await bot.say(text);
  await bot.runtime.settle();
  expect((await bot.replies()).at(-1)).toBe('Paid with 10115.');
  const lines = explain(await bot.events());
  const loaded = await bot.store.load('c');
  const seen = [lines, bot.logged, loaded?.snapshot?.state.recent].map((one) => JSON.stringify(one)).join('\n');
  expect(seen).not.toContain('10115');
  expect(lines).toEqual(
    expect.arrayContaining([
      'order_number = "12345678" from what else was said',
      'does not ask order_number: it is known at dialogs/test.yaml:9',
      'card = "•••" from the answer',
      'calls pay with {"number":"12345678","card":"•••"} at dialogs/test.yaml:11',
    ]),
  );
});

async function openStoreOf() {
  const store = await openStore('memory:');
  return { store, [Symbol.asyncDispose]: () => store.close() };
}
