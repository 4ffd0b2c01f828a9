import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../../src/reports/page/render-page.ts';
import { launchChromium } from '../../setup/chromium/launch-chromium.ts';
import { reportOf } from '../sample-reports.ts';

const full = renderPage(reportOf(140, { by: 'channel' }), 'Sample shop');

describe('the report as a page', () => {
  it('needs nothing from elsewhere and runs nothing', () => {
    expect(full).not.toMatch(/<script|<link|<img|<iframe|https?:|url\(|@import| on\w+=/);
    expect(full).toContain(`default-src 'none'`);
  });

  it('shows names that anybody may choose as text', () => {
    const report = reportOf(140, { by: 'entry' });
    const groups = report.groups.map((group) => ({ ...group, label: '<img src=x onerror=alert(1)>' }));
    const page = renderPage({ ...report, groups, filters: { channel: '</title><b>' } }, '<i>shop</i>');
    expect(page).not.toMatch(/<img|<b>|<i>/);
    expect(page).toContain('&lt;img src=x');
  });

  it('says what is missing in words, never as 0 %', () => {
    const empty = renderPage(reportOf(0), 'shop');
    expect(empty).toMatch(/Good experience<\/h2><p class="figure"><data [^>]+>no data</);
    expect(empty.replace(/<style>.*<\/style>/s, '')).not.toMatch(/\b0 %/);
    const few = renderPage(reportOf(7), 'shop');
    expect(few).toContain('too few (5 of 10)');
    expect(few).toContain('Latest cases');
  });
});

describe('in a browser', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const looks = [
    ['light', 1200],
    ['dark', 1200],
    ['light', 390],
  ] as const;

  it.each(looks)(
    'axe objects to nothing, and nothing is wider than the page: %s, %i px',
    async (colorScheme, width) => {
      const page = await browser?.newPage({ colorScheme, viewport: { width, height: 844 } });
      await page?.setContent(full.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
      await page?.evaluate(axe.source);
      const found =
        'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((n) => id + n.html)))';
      expect(await page?.evaluate(found)).toEqual([]);
      expect(await page?.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page?.close();
    },
  );

  it('prints dark on light, with every figure', async () => {
    const page = await browser?.newPage({ colorScheme: 'dark' });
    await page?.setContent(full);
    await page?.emulateMedia({ media: 'print' });
    expect(await page?.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page?.getByText('What to fix first').count()).toBe(1);
    await page?.close();
  });
});
