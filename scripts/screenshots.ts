/**
 * Makes the pictures of the README: build the pages, start the bot with `touchpoint serve --test-clock --data memory:`, then
 * `node scripts/pinned.js scripts/screenshots.ts SIGN_IN_LINK ORDER_NUMBER` with the link it printed and the number of an order of the shop. Customers
 * talk to the bot, a day passes, and docs/images/*.png show a talk and the report in a real browser.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from '../test/setup/chromium/launch-chromium.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'images');
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const [signIn = '', order = ''] = process.argv.slice(2);

/** What customers of different luck say. */
const talks: readonly (readonly string[])[] = [
  ['Where is my order?', order],
  ['When are you open?', 'thanks'],
  ['Where is my parcel?', order, 'that is what I wanted to know'],
  ['mumble mumble', 'where is my order', order],
  ['I want to talk to a person'],
];

const opened = z.object({ conversationId: z.string(), token: z.string(), userId: z.string() });

if (URL.canParse(signIn) && order) await takeAll(new URL(signIn));
else {
  process.stderr.write('Usage: node scripts/pinned.js scripts/screenshots.ts SIGN_IN_LINK ORDER_NUMBER\n');
  process.exitCode = 2;
}

async function takeAll(link: URL): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let n = 0; n < 20; n++) await talk(link.origin, talks[n % talks.length] ?? []);
  const browser = await launchChromium();
  try {
    await chat(browser, { home: link.origin, scheme: 'light', viewport: desktop, name: 'chat' });
    await chat(browser, { home: link.origin, scheme: 'dark', viewport: desktop, name: 'chat-dark' });
    await chat(browser, { home: link.origin, scheme: 'light', viewport: phone, name: 'chat-phone' });
    await report(browser, link);
    await overview(browser);
  } finally {
    await browser.close();
  }
}

/** A conversation over Direct Line, without a browser. */
async function talk(home: string, texts: readonly string[]): Promise<void> {
  const { conversationId, token, userId } = opened.parse(await post(`${home}/widget/token`, { entryPoint: 'home' }));
  const conversations = `${home}/v3/directline/conversations`;
  await post(conversations, {}, token);
  for (const text of texts) {
    const activity = { type: 'message', from: { id: userId }, text };
    await post(`${conversations}/${conversationId}/activities`, activity, token);
  }
}

/** Rejects, naming the address, when the answer is no success. */
async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${url} was answered with ${response.status}: ${await response.text()}`);
  return response.json();
}

type Shot = {
  readonly home: string;
  readonly scheme: 'light' | 'dark';
  readonly viewport: typeof desktop;
  readonly name: string;
};

async function chat(browser: Browser, { home, scheme, viewport, name }: Shot): Promise<void> {
  const isPhone = viewport === phone;
  const look = { viewport, colorScheme: scheme, hasTouch: isPhone, isMobile: isPhone, deviceScaleFactor: 1.5 };
  const page = await browser.newPage({ ...look, reducedMotion: 'reduce' });
  await page.goto(home);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await answers(page, 1);
  await say(page, 'Where is my order?');
  await say(page, order);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

async function say(page: Page, text: string): Promise<void> {
  const before = await page.locator('.group.bot:not(.typing)').count();
  await page.getByLabel('Your message').fill(text);
  await page.keyboard.press('Enter');
  await answers(page, before + 1);
}

/** Waits until so many groups of the bot's messages are there, and it is quiet. */
async function answers(page: Page, groups: number): Promise<void> {
  await page
    .locator('.group.bot:not(.typing)')
    .nth(groups - 1)
    .waitFor();
  await page.locator('.typing').waitFor({ state: 'detached' });
}

/** The link signs in once, and soon; both looks are of one session, a day later. */
async function report(browser: Browser, link: URL): Promise<void> {
  const context = await browser.newContext({ viewport: desktop, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(link.href);
  await post(`${link.origin}/test/clock`, { advance: '25h' });
  for (const [colorScheme, name] of [['light', 'report'] as const, ['dark', 'report-dark'] as const]) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${link.origin}/cx`);
    await page.getByRole('heading', { name: 'What to fix first' }).waitFor();
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
  await context.close();
}

/** The talk and the report beside each other. */
async function overview(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1900, height: 640 } });
  const pictures = await Promise.all(['chat.png', 'report.png'].map((name) => readFile(join(folder, name), 'base64')));
  const frame = 'flex:1;min-width:0;border-radius:14px;box-shadow:0 0 0 1px #0002,0 10px 30px #0003';
  const images = pictures.map((data) => `<img style="${frame}" src="data:image/png;base64,${data}">`).join('');
  await page.setContent(`<body style="margin:0;padding:28px;display:flex;gap:28px;background:#dfe5e1">${images}`);
  await page.screenshot({ path: join(folder, 'overview.png') });
  await page.close();
}
