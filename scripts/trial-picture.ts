/**
 * Makes docs/images/trial.png: three problems planted in a month, as the report shows them.
 *
 * `touchpoint simulate --plant 7 --conversations 2000 --data month.db`, `touchpoint serve --data month.db`, then
 * `node scripts/pinned.js scripts/trial-picture.ts SIGN_IN_LINK LANGUAGE` with the link it printed and the language that `--json` named as `misheard`.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../test/setup/chromium/launch-chromium.ts';

const file = join(import.meta.dirname, '..', 'docs', 'images', 'trial.png');
const size = { width: 1120, height: 900 };

const [signIn = '', language = ''] = process.argv.slice(2);

if (URL.canParse(signIn) && language) await take(new URL(signIn));
else {
  process.stderr.write('Usage: node scripts/pinned.js scripts/trial-picture.ts SIGN_IN_LINK LANGUAGE\n');
  process.exitCode = 2;
}

async function take(link: URL): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
    await page.goto(link.href);
    const views = [
      { path: '/cx', heading: 'What to fix first', words: 'An action fails in one dialog: on the overview' },
      {
        path: `/cx?language=${language}`,
        heading: 'What to fix first',
        words: 'A sentence is misheard in one language: three clicks',
      },
      { path: '/cx/escalation', heading: 'What people did', words: 'A team is slow on one day of the week: one click' },
    ];
    const parts: string[] = [];
    for (const { path, heading, words } of views) {
      await page.goto(`${link.origin}${path}`);
      const card = page.locator('.card').filter({ has: page.getByRole('heading', { name: heading }) });
      await card.locator('tbody tr').first().waitFor();
      const picture = await card.screenshot();
      parts.push(figure(picture.toString('base64'), words));
    }
    await compose(page, parts);
  } finally {
    await browser.close();
  }
}

function figure(data: string, words: string): string {
  const look = 'width:100%;border-radius:14px;box-shadow:0 0 0 1px #0002,0 10px 30px #0003';
  return `<figure style="flex:1;min-width:0;margin:0"><figcaption style="font:600 17px sans-serif;margin:0 0 12px">${words}</figcaption><img style="${look}" src="data:image/png;base64,${data}"></figure>`;
}

async function compose(page: Page, parts: readonly string[]): Promise<void> {
  await page.setViewportSize({ width: 1900, height: 500 });
  await page.setContent(
    `<body style="margin:0"><div style="padding:28px;display:flex;gap:28px;align-items:start;background:#dfe5e1">${parts.join('')}</div>`,
  );
  await page.locator('body > div').screenshot({ path: file });
}
