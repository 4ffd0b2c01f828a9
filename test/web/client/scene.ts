/**
 * A scene for tests in a real browser: freshly built pages, the loopback server that sends them, and pages that look at them. What a page throws, or
 * its policy forbids, fails the test.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { buildPages } from '../../../scripts/build.js';
import { launchChromium } from '../../setup/chromium/launch-chromium.ts';
import type { Loopback } from './loopback/loopback.ts';
import { startLoopback } from './loopback/start-loopback.ts';

export type Look = {
  readonly scheme?: 'light' | 'dark';
  readonly isPhone?: boolean;
  readonly isStill?: boolean;
};

type Parts = { folder: string; browser: Browser; server: Loopback };

export type Scene = {
  /** of the present test */
  server(): Loopback;
  /** Opens a browser session of its own at a path of the server. */
  visit(path?: string, look?: Look): Promise<Page>;
};

/** To be called once in a test file. */
export function useScene(): Scene {
  const parts: Partial<Parts> = {};
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  beforeAll(async () => {
    parts.folder = join(await mkdtemp(join(tmpdir(), 'touchpoint-pages-')), 'web');
    await buildPages(parts.folder);
    parts.browser = await launchChromium();
  });
  beforeEach(async () => {
    parts.server = await startLoopback(given(parts.folder));
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    await parts.server?.pause();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await parts.browser?.close();
    await rm(join(given(parts.folder), '..'), { recursive: true, force: true });
  });
  return {
    server: () => given(parts.server),
    async visit(path = '/', look = {}) {
      const context = await given(parts.browser).newContext(settings(look));
      contexts.push(context);
      // the limit of the test is the one that counts
      context.setDefaultTimeout(0);
      const page = await context.newPage();
      watch(page, faults);
      await page.goto(given(parts.server).url + path);
      return page;
    },
  };
}

function given<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('This part of the scene exists during tests only.');
  return part;
}

function settings({ scheme = 'light', isPhone = false, isStill = false }: Look) {
  const viewport = isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
  const reducedMotion = isStill ? ('reduce' as const) : ('no-preference' as const);
  return { viewport, colorScheme: scheme, reducedMotion, hasTouch: isPhone, isMobile: isPhone };
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
}

export function launcher(page: Page): Locator {
  return page.getByRole('button', { name: /^Open chat/ });
}

export async function openChat(page: Page): Promise<void> {
  await launcher(page).click();
  await page.getByText('What can I do for you?').waitFor();
}

export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your message').fill(text);
  await page.keyboard.press('Enter');
}

/** Waits for a condition on the page. The browser's own waiting evaluates text in the page, which its policy forbids from the second look on. */
export async function until(page: Page, condition: string): Promise<void> {
  while (!(await page.evaluate(condition))) await page.evaluate('new Promise(requestAnimationFrame)');
}

/** The words of all bubbles, in their order on the page. */
export function bubbles(page: Page): Promise<readonly string[]> {
  return page.locator('.bubble:not(.dots)').allInnerTexts();
}

/** Waits until a bubble says exactly this, and nothing is on its way any more. */
export async function answered(page: Page, text: string): Promise<void> {
  await page.locator('.bubble').getByText(text, { exact: true }).waitFor();
  await page.locator('.pending').waitFor({ state: 'detached' });
}

/** What the server has, as the customer would see it. */
export function spoken({ conversations }: Loopback): readonly string[] {
  const [conversation] = [...conversations.values()].slice(-1);
  return (conversation?.activities ?? []).filter(({ type }) => type === 'message').map(({ text }) => String(text));
}
