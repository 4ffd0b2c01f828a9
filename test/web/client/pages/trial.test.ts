/**
 * Tried as somebody would who runs customer experience: a month of simulated customers, three problems planted by lot, and from the overview at most three clicks
 * to each. TOUCHPOINT_PLANT=12 plants others.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root, type Server, serve, stopAll, touchpoint } from '../../../cli/serving.ts';
import { launchChromium } from '../../../setup/chromium/launch-chromium.ts';

const seed = process.env['TOUCHPOINT_PLANT'] ?? '7';

const simulated = z.object({
  planted: z.object({
    broken: z.object({ dialog: z.string(), channel: z.string() }),
    misheard: z.object({ as: z.string(), language: z.string() }),
    slow: z.object({ team: z.string(), weekday: z.number() }),
  }),
});

const languages = new Intl.DisplayNames('en', { type: 'language' });
const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays'];

let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
let planted: z.infer<typeof simulated>['planted'];
let clicks = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-trial-'));
  const data = join(folder, 'month.db');
  const args = ['--plant', seed, '--conversations', '2000', '--data', data, '--json'];
  const { out, err } = await touchpoint(['simulate', '--bot', root, ...args], { cwd: root });
  planted = simulated.parse(JSON.parse(out || err)).planted;
  server = await serve({ data, cwd: root, args: ['--no-watch', '--no-services'] });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(server.ready.signIn);
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await stopAll();
  await rm(folder, { recursive: true, force: true });
});

async function overview(): Promise<void> {
  clicks = 0;
  await page.goto(`${server.url}/cx`);
  await page.getByRole('heading', { name: 'What to fix first' }).waitFor();
}

async function follow(name: string | RegExp, within = 'body'): Promise<void> {
  clicks++;
  await page.locator(within).getByRole('link', { name }).first().click();
}

describe('three problems planted in a month of conversations are found from the overview in at most three clicks', () => {
  it('an action that fails in one dialog on one channel', async () => {
    await overview();
    const row = page
      .getByRole('row')
      .filter({ hasText: `${planted.broken.dialog} ›` })
      .filter({ hasText: 'The bot failed' });
    await row.first().waitFor();
    clicks++;
    await row.first().getByRole('link').first().click();
    const list = page.getByRole('region', { name: 'Cases', exact: true });
    await list.waitFor();
    const touchpoints = await list.locator('tbody th .under').allInnerTexts();
    const there = touchpoints.filter((one) => one.startsWith(`${planted.broken.channel}:`));
    expect(there.length / touchpoints.length).toBeGreaterThan(0.8);
    expect(clicks).toBeLessThanOrEqual(3);
  });

  it('a sentence that is taken for something else in one language', async () => {
    await overview();
    await follow('Touchpoints', 'nav');
    await follow('Language', 'main');
    await follow(
      new RegExp(`^(${planted.misheard.language}|${languages.of(planted.misheard.language)})$`),
      'main table',
    );
    const row = page.getByRole('row').filter({ hasText: `› ${planted.misheard.as}` });
    await row.first().waitFor();
    expect(await row.allInnerTexts()).toContainEqual(expect.stringMatching(/^Said again/));
    expect(clicks).toBeLessThanOrEqual(3);
  });

  it('a team that takes long on one day of the week', async () => {
    await overview();
    await follow('Escalation', 'nav');
    const rows = page.getByRole('region', { name: 'What people did' }).getByRole('row');
    await rows.filter({ hasText: `Team ${planted.slow.team}` }).waitFor();
    const seconds = new Map<string, number>();
    for (const row of await rows.filter({ hasText: /^\w+days/ }).all()) {
      const value = await row.locator('data[data-figure$="acceptSeconds"]').getAttribute('value');
      const name = await row.getByRole('rowheader').innerText();
      const { value: known = Number.NaN } = JSON.parse(value ?? '{}');
      seconds.set(name, known);
    }
    const slow = weekdays[planted.slow.weekday] ?? '';
    const others = weekdays.filter((name) => name !== slow).map((name) => seconds.get(name) ?? Number.NaN);
    for (const other of others.filter((value) => !Number.isNaN(value)))
      expect(seconds.get(slow)).toBeGreaterThan(2 * other);
    expect(clicks).toBeLessThanOrEqual(3);
  });
});
