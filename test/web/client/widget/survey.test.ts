import { expect, it } from 'vitest';
import { answered, openChat, say, useScene } from '../scene.ts';

const scene = useScene();

const asks = (item: string, scale: readonly string[]) => ({
  text: `How was it, by ${item}?`,
  suggestedActions: { actions: scale.map((value) => ({ type: 'imBack', title: value, value })) },
  channelData: { touchpoint: { survey: { item, scale } } },
});
const numbers = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1));

it.each([
  ['csat', 5, 4],
  ['ces', 7, 6],
])('a survey of %s has %i marks, and the one that is pressed is the answer', async (item, most, value) => {
  const page = await scene.visit();
  await openChat(page);
  scene.server().say(asks(item, numbers(most)));
  await page.getByRole('group', { name: 'Your rating' }).waitFor();
  expect(await page.locator('.rating button').count()).toBe(most);
  await page.getByRole('button', { name: `${value} / ${most}` }).click();
  await answered(page, `You said: ${value}`);
  expect(await page.locator('.rating').count()).toBe(0);
});

it('a survey can be answered in words, which are a comment', async () => {
  const page = await scene.visit();
  await openChat(page);
  scene.server().say(asks('csat', numbers(5)));
  await page.getByPlaceholder('Add a comment…').waitFor();
  await say(page, 'It took long');
  await answered(page, 'You said: It took long');
});

it('a survey of words has answers like any question', async () => {
  const page = await scene.visit();
  await openChat(page);
  scene.server().say(asks('solved', ['Yes', 'Partly', 'No']));
  await page.getByRole('button', { name: 'Partly' }).click();
  await answered(page, 'You said: Partly');
});
