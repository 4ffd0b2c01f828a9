/** Two agents and three customers at once, all in real browsers: the widget on the shop's page, the desk's page, and a name that is a script. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signJwt } from '../../../src/channels/contract/verify/jwt.ts';
import { launchChromium } from '../../setup/chromium/launch-chromium.ts';
import { bubbles, launcher, say } from '../../web/client/scene.ts';
import { type Server, serve, stopAll } from '../serving.ts';
import { hire, signIn, watch } from './at-the-desk.ts';

const identity = 'a secret shared with the shop';
const script = '<img src=x onerror="alert(1)">Mallory';
const faults: string[] = [];
let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = await serve({ args: ['--no-services'], env: { TOUCHPOINT_IDENTITY_SECRET: identity } });
  await hire(server, 'agent', ['Ana', 'Bo']);
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stopAll();
});

async function visit(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  watch(page, faults);
  await page.goto(server.url + path);
  return page;
}

async function deskOf(name: string): Promise<Page> {
  const page = await visit('/desk');
  await signIn(page, name);
  return page;
}

/** A customer on the shop's page who asks for a person; known by a token of the shop where there is a name. */
async function customer(text: string, name?: string): Promise<Page> {
  const page = await visit('/');
  if (name !== undefined) {
    const token = signJwt({ sub: 'cust-1', name, exp: Date.now() / 1_000 + 600 }, identity);
    await page.evaluate(`document.querySelector('touchpoint-chat').identify(${JSON.stringify(token)})`);
  }
  await launcher(page).click();
  await say(page, text);
  await heard(page, text);
  return page;
}

const heard = (page: Page, text: string): Promise<void> =>
  page.locator('.bubble').getByText(text, { exact: true }).waitFor();
const row = (page: Page, text: string) => page.getByRole('navigation').getByRole('button').filter({ hasText: text });

async function take(page: Page, text: string): Promise<void> {
  await row(page, text).click();
  await page.getByRole('button', { name: 'Take this conversation' }).click();
  await page.getByLabel(/^Message to/).waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel(/^Message to/).fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(text, { exact: true }).waitFor();
}

const said = (page: Page) => page.locator('.lines .line.customer .bubble').allInnerTexts();

test('each customer talks to their own agent, each agent sees their own customers, and no script runs', async () => {
  const [ana, bo] = [await deskOf('Ana'), await deskOf('Bo')];
  const mallory = await customer('can I talk to a person?', script);
  const lamp = await customer('get me a human please, the lamp flickers');
  const shelf = await customer('get me a human please, the shelf leans');

  await take(ana, 'Mallory');
  await take(bo, 'lamp');
  await take(ana, 'shelf');
  await row(bo, 'Mallory').getByText('with Ana').waitFor();
  await row(ana, 'lamp').getByText('with Bo').waitFor();

  await write(ana, 'Ana here, which shelf?');
  await write(bo, 'Bo here, which lamp?');
  await row(ana, 'Mallory').click();
  await write(ana, 'Ana here, hello Mallory.');
  await heard(shelf, 'Ana here, which shelf?');
  await heard(lamp, 'Bo here, which lamp?');
  await heard(mallory, 'Ana here, hello Mallory.');
  await Promise.all([say(mallory, script), say(lamp, 'the red lamp'), say(shelf, 'the tall shelf')]);
  await ana.getByRole('log').getByText(script, { exact: true }).waitFor();
  await bo.getByRole('log').getByText('the red lamp', { exact: true }).waitFor();
  expect((await said(ana)).slice(-1)).toEqual([script]);
  await row(ana, 'shelf').click();
  await ana.getByRole('log').getByText('the tall shelf', { exact: true }).waitFor();
  expect((await said(ana)).some((text) => /lamp|Mallory/.test(text))).toBe(false);
  expect((await bubbles(lamp)).some((text) => text.includes('Ana'))).toBe(false);

  for (const page of [ana, bo])
    expect(await page.evaluate("document.querySelectorAll('.lines img, nav img, aside img').length")).toBe(0);
  expect(await ana.getByText(script).count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
}, 120_000);
