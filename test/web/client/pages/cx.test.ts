import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../sample-reports.ts';
import { useScene } from '../scene.ts';

const scene = useScene();

async function visitReport(json: string, scheme: 'light' | 'dark' = 'light') {
  scene.server().pages.set('/api/cx/report', json);
  const page = await scene.visit('/cx', { scheme });
  await page.getByRole('heading', { name: 'What to fix first' }).waitFor();
  return page;
}

function sharesIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+)%/g)].map(([, digits]) => Number(digits));
}

describe('the experience report at /cx', () => {
  it('shows the figures of the report with their intervals', async () => {
    const json = sampleReport(180);
    const report = JSON.parse(json);
    const page = await visitReport(json);
    const tile = await page.locator('.tile', { hasText: 'Good experience' }).innerText();
    const { value, high, n } = report.goodExperience;
    expect(sharesIn(tile)).toEqual([value, high].map((share) => Math.round(share * 100)));
    expect(tile).toContain(`of ${n} cases`);
    const bar = await page.getByRole('row', { name: /^Solved, confirmed/ }).innerText();
    expect(sharesIn(bar)[0]).toBe(Math.round(report.outcomeShares.resolved_confirmed.value * 100));
    expect(bar).toContain(`${report.outcomes.resolved_confirmed} cases`);
  });

  it('names the line of the file where each burden happens', async () => {
    const page = await visitReport(sampleReport(180));
    const row = page.getByRole('row', { name: /Not understood/ });
    expect(await row.innerText()).toContain('dialogs/refund.yaml:12');
  });

  it('says in words that there are too few cases, and never shows 0 % for them', async () => {
    const page = await visitReport(sampleReport(5));
    expect(await page.locator('.tiles').innerText()).toContain('too few to say (5)');
    expect(await page.locator('#report').innerText()).not.toMatch(/\d ?%(?! intervals)/);
    await page.getByRole('heading', { name: 'Latest cases' }).waitFor();
  });

  it('says in words that there is nothing yet', async () => {
    const page = await visitReport(sampleReport(0));
    expect(await page.getByText('no data yet').count()).toBe(4);
    await page.getByText('No case yet.').waitFor();
  });

  it('explains how to sign in', async () => {
    const page = await scene.visit();
    await page.route('**/api/cx/report*', (route) => route.fulfill({ status: 401, body: '{}' }));
    await page.goto(`${scene.server().url}/cx`);
    await page.getByRole('heading', { name: 'Sign in to see the report' }).waitFor();
    await page.getByText('touchpoint serve').first().waitFor();
  });

  it('shows why a wrong address cannot be answered', async () => {
    const page = await scene.visit();
    const body = JSON.stringify({ error: { code: 'USAGE', message: "there is no dimension 'colour'" } });
    await page.route('**/api/cx/report?by=colour', (route) => route.fulfill({ status: 400, body }));
    await page.goto(`${scene.server().url}/cx?by=colour`);
    await page.getByText("there is no dimension 'colour'").waitFor();
  });

  it('shows text of the report as text', async () => {
    const report = JSON.parse(sampleReport(180));
    report.burdens[0].owner = '<img src=x onerror="window.hit=1">';
    const page = await visitReport(JSON.stringify(report));
    await page.getByText('<img src=x').waitFor();
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (scheme) => {
    const page = await visitReport(sampleReport(180), scheme);
    await page.evaluate(axe.source);
    const found =
      'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((n) => id + n.html)))';
    expect(await page.evaluate(found)).toEqual([]);
  });
});
