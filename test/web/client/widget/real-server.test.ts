/** The widget on the shop's page of a server in a process of its own, which is killed and started again under it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesOf, type Server, serve, stopAll } from '../../../cli/serving.ts';
import { launchChromium } from '../../../setup/chromium/launch-chromium.ts';
import { bubbles, launcher, say } from '../scene.ts';

/** As long as the test itself may take; a loaded machine takes many times as long. */
const patient = { timeout: 100_000 };

let browser: Browser;
let server: Server;

beforeAll(async () => {
  browser = await launchChromium();
  server = await serve({ args: ['--no-services'] });
});
afterAll(async () => {
  await browser?.close();
  await stopAll();
});

test('off line for half a minute in mid-typing, the server killed, a second tab, a reload: nothing is lost and nothing is doubled', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(server.url);
  const conversation = conversationOf(page);
  await launcher(page).click();
  await say(page, 'what are your opening hours?');
  await settled(page);

  await page.getByLabel('Your message').pressSequentially('I was wri');
  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await page.getByLabel('Your message').pressSequentially('ting in a tunnel');
  await page.keyboard.press('Enter');
  await say(page, 'and went on');
  await page.clock.runFor(30_000);
  await page.getByText('Waiting to send').waitFor();
  await context.setOffline(false);
  await settled(page);
  const id = await conversation;
  await sameAs(page, id);

  const second = await context.newPage();
  await second.goto(server.url);
  await second.locator('.bubble').getByText('and went on', { exact: true }).waitFor();
  await page.getByLabel('Your message').pressSequentially('half a sen');
  const { port } = new URL(server.url);
  await server.end('SIGKILL');
  await second.getByText('The connection was lost.').waitFor();
  await say(second, 'said to nobody');
  await page.getByLabel('Your message').pressSequentially('tence');
  server = await serve({ args: ['--no-services', '--port', port], data: server.data });
  await settled(second);
  await page.reload();
  expect(await page.getByLabel('Your message').inputValue()).toBe('half a sentence');
  await page.getByLabel('Your message').press('Enter');
  await settled(page);
  for (const tab of [page, second]) {
    await tab.locator('.bubble').getByText('half a sentence', { exact: true }).waitFor();
    await sameAs(tab, id);
  }
  const said = (await messagesOf(server.url, id)).filter(({ from }) => from.id !== 'bot').map(({ text }) => text);
  expect(said).toEqual([
    'what are your opening hours?',
    'I was writing in a tunnel',
    'and went on',
    'said to nobody',
    'half a sentence',
  ]);
  await context.close();
});

async function conversationOf(page: Page): Promise<string> {
  const request = await page.waitForRequest(/\/v3\/directline\/conversations\/[^/?]+\/activities/);
  return decodeURIComponent(request.url().split('/')[6]?.split('?')[0] ?? '');
}

/** Nothing waits, nothing is on its way, no answer is awaited. */
async function settled(page: Page): Promise<void> {
  for (const open of [page.getByText('Waiting to send'), page.locator('.pending'), page.locator('.dots')])
    await expect.poll(() => open.count(), patient).toBe(0);
}

/** What stands in the tab, against what the server has; formatting aside. */
async function sameAs(page: Page, conversation: string): Promise<void> {
  const plain = (texts: readonly (string | undefined)[]) => texts.map((text = '') => text.replaceAll(/[*\s]/g, ''));
  const said = await messagesOf(server.url, conversation);
  await expect.poll(async () => plain(await bubbles(page)), patient).toEqual(plain(said.map(({ text }) => text)));
}
