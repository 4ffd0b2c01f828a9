import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalFigures } from '../../../../src/cli/nlu/eval-figures.ts';
import { judge } from '../../../../src/cli/nlu/judge.ts';
import { evalPage } from '../../../../src/cli/nlu/page/eval-page.ts';
import { smallBot } from '../../../intents/small-bot.ts';
import { launchChromium } from '../../../setup/chromium/launch-chromium.ts';

const train = [
  ...smallBot,
  { text: 'cancel <b>this</b>', intent: 'flow.cancel' },
  { text: 'my order, where is it', intent: 'flow.cancel' },
  { text: 'where is it, my order', intent: 'order.status' },
  { text: 'how deep is the ocean', intent: 'oos' },
  { text: 'what is love', intent: 'oos' },
];
let ticks = 0;
const judging = { locale: 'en', classifier: 'touchpoint', train, validation: [], test: undefined } as const;
const figures = evalFigures(judge(judging, () => ticks++));
const html = evalPage(figures);

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-eval-'));
  await writeFile(join(folder, 'eval.html'), html);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(scheme: 'light' | 'dark', width = 1280): Promise<Page> {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, 'eval.html')).href);
  return page;
}

describe('the page of nlu eval', () => {
  it('needs nothing from elsewhere, and shows phrases as they are written', () => {
    expect(html).not.toMatch(/<script|<link|src=|https?:\/\//);
    expect(html).toContain('cancel &lt;b&gt;this&lt;/b&gt;');
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, when it is %s', async (scheme) => {
    const page = await open(scheme);
    await page.evaluate(axe.source);
    const found =
      'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + " " + html)))';
    expect(await page.evaluate(found)).toEqual([]);
    await page.context().close();
  });

  it('says what its charts draw, and names intents, confusions, worst sentences, overlaps and intents of few phrases', async () => {
    const page = await open('light');
    expect(await page.getByRole('img', { name: /^Understood: after .* phrases an intent/ }).count()).toBe(1);
    expect(await page.getByRole('img', { name: /texts with a score of/ }).count()).toBe(1);
    const intents = page.getByRole('region', { name: 'Intents, the worst first' }).locator('tbody tr');
    expect(await intents.count()).toBe(figures.intents.length);
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toEqual(
      expect.arrayContaining(['What is confused', 'The worst sentences', 'Said in several intents', 'Too few phrases']),
    );
    await page.context().close();
  });

  it('is not wider than a phone', async () => {
    const page = await open('light', 390);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.context().close();
  });

  it('is a page too where nothing was judged', () => {
    const empty = evalPage(evalFigures(judge({ ...judging, train: [] }, () => 0)));
    expect(empty).toContain('0 intents');
    expect(empty).not.toMatch(/NaN|undefined|null/);
  });
});
