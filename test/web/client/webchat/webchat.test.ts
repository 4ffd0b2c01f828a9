import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildPages } from '../../../../scripts/build.js';
import { type Served, serve } from '../../../channels/directline/setup/serve.ts';
import { launchChromium } from '../../../setup/chromium/launch-chromium.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let browser: Browser;
let served: Served;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-pages-'));
  await buildPages(join(folder, 'web'));
  browser = await launchChromium();
});
beforeEach(async () => {
  served = await serve({ web: { pagesFolder: join(folder, 'web') } });
  page = await browser.newPage({ locale: 'en-US' });
  page.setDefaultTimeout(0);
  await page.goto(`${served.url}/webchat`);
  await bubble('hello, I am a machine').waitFor();
});
afterEach(async () => {
  await page.close();
  await served.close();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function say(text: string): Promise<void> {
  await page.getByPlaceholder('Type your message').fill(text);
  await page.keyboard.press('Enter');
}

/** A message as it is drawn; what only screen readers see is elsewhere. */
function bubble(text: string): Locator {
  return page.locator('.webchat__bubble', { hasText: text }).last();
}

/** What Web Chat shows below a message that is on its way, or was not taken. */
const unsent = () => page.getByText(/^(Sending|Send failed)/);

test('a message is marked as sent, and answered', async () => {
  await say('good morning');
  await bubble('echo: good morning').waitFor();
  expect(await unsent().count()).toBe(0);
});

test('suggested actions are buttons, and what is pressed is said', async () => {
  await say('choices');
  await page.locator('.webchat__suggested-action', { hasText: 'Blue' }).click();
  await bubble('echo: blue').waitFor();
  expect(served.bot.taken.map(({ text }) => text)).toEqual(['choices', 'blue']);
});

test('a card is drawn with its words and buttons', async () => {
  await say('card');
  await bubble('Moor mugs').waitFor();
  await page.locator('button[title="Take them"]').click();
  await bubble('echo: take').waitFor();
});

test('a file is sent', async () => {
  await page.locator('input[type=file]').setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: png });
  // Web Chat takes a moment to read the file, and says nowhere when it has
  while (served.bot.taken.length === 0) await page.locator('button[title="Send"]').click();
  await bubble('echo:').waitFor();
  expect(served.bot.taken[0]?.files).toMatchObject([{ name: 'cup.png', contentType: 'image/png' }]);
  expect(await unsent().count()).toBe(0);
});
