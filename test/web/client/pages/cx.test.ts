import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCases, sampleJourney, sampleReport, sampleStaff } from '../sample-reports.ts';
import { type Look, useScene } from '../scene.ts';

const scene = useScene();
const many = sampleReport(180);
const journey = sampleJourney(180);
const staff = sampleStaff();
let cases: Awaited<ReturnType<typeof sampleCases>>;

beforeAll(async () => {
  cases = await sampleCases(12);
});

async function visit(path: string, { json = many, ...look }: Look & { readonly json?: string } = {}): Promise<Page> {
  const reviews = [{ case: cases.id, sample: 'assumed', intent: 'refund', outcome: 'resolved_assumed', judged: null }];
  for (const [name, body] of Object.entries({
    report: json,
    cases: cases.list,
    journey: journey.all,
    staff,
    [`cases/${cases.id}`]: cases.one,
    reviews: JSON.stringify({ schema: 'reviews/1', waiting: 1, judged: 0, items: reviews }),
  }))
    scene.server().pages.set(`/api/cx/${name}`, body);
  const page = await scene.visit(path, look);
  await page.locator('.card').first().waitFor();
  return page;
}

/** What stands under a dotted name. */
function at(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => Object(part)[name], json);
}

describe('the overview at /cx', () => {
  it('holds the values of the JSON beside the words for them', async () => {
    const page = await visit('/cx');
    const report: unknown = JSON.parse(many);
    const found = await page
      .locator('data[data-figure]')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('data-figure'), one.getAttribute('value'), one.textContent]),
      );
    expect(found.length).toBeGreaterThan(40);
    for (const [path, value, words] of found) {
      expect(JSON.parse(value ?? ''), path ?? '').toEqual(at(report, path ?? ''));
      const { kind, value: figure } = Object(at(report, path ?? ''));
      if (kind === 'rate') expect(words).toBe(`${Math.round(figure * 100)}%`);
    }
  });

  it('gives every table along as CSV, with the numbers of the JSON', async () => {
    const page = await visit('/cx');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download Where customers come as CSV' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('where-customers-come.csv');
    const text = await readFile(await download.path(), 'utf8');
    const [head, first] = text.split('\r\n');
    expect(head).toBe(
      '\uFEFFTouchpoint,Cases,Good experience,Good experience low,Good experience high,Good experience n',
    );
    const [group] = JSON.parse(many).groups;
    const { value, low, high, n } = group.goodExperience;
    expect(first).toBe([group.key, group.cases.engaged, value, low, high, n].join(','));
    const cards = page.locator('section.card:has(tbody > tr)');
    expect(await cards.count()).toBeGreaterThan(3);
    expect(await page.getByRole('button', { name: /^Download .* as CSV$/ }).count()).toBe(await cards.count());
  });

  it('leads from a figure to its cases, and from a case to what was said, with each burden at its words', async () => {
    const page = await visit('/cx');
    await page.locator('.tile', { hasText: 'High effort' }).getByRole('link').click();
    await page.getByRole('link', { name: 'Download as JSON' }).waitFor();
    expect(new URL(page.url()).search).toContain('set=high_effort');
    await page.getByRole('region', { name: 'Cases', exact: true }).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'What was said' }).waitFor();
    await page.getByText('Not understood +2').first().waitFor();
    await page.getByRole('heading', { name: 'Evidence' }).waitFor();
    await page.getByRole('heading', { name: 'Why the bot said that' }).waitFor();
  });

  it('names the line of the file where each burden happens, and its cases', async () => {
    const page = await visit('/cx');
    const row = page.getByRole('row', { name: /^Not understood/ }).first();
    expect(await row.innerText()).toContain('dialogs/refund.yaml:12');
    await row.getByRole('link').first().click();
    expect(new URL(page.url()).searchParams.get('step')).toBe('dialogs/refund.yaml:12');
  });

  it('keeps what it is narrowed to in the address, from view to view', async () => {
    const page = await visit('/cx?touchpoint=web%3Adefault&from=2026-03-01');
    await page.getByRole('link', { name: 'Dialogs', exact: true }).click();
    await page.getByRole('heading', { name: 'How far customers come' }).waitFor();
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, searchParams.get('touchpoint'), searchParams.get('from')]).toEqual([
      '/cx/dialogs',
      'web:default',
      '2026-03-01',
    ]);
    await page.getByRole('link', { name: /^Touchpoint: web:default/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has('touchpoint')).toBe(false);
    await page.goBack();
    await page.getByText('Touchpoint: web:default').waitFor();
  });

  it('shows in a table, reached by keyboard, what the chart shows', async () => {
    const page = await visit('/cx');
    const summary = page.locator('figure', { hasText: 'The same as a table' }).first().locator('summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'too few days' }).or(page.getByRole('rowheader')).first().waitFor();
    expect(await page.locator('.plot svg').count()).toBeGreaterThan(0);
  });

  it('shows new figures when the server tells of new facts, and keeps what is shown until then', async () => {
    const page = await visit('/cx');
    scene.server().pages.set('/api/cx/report', sampleReport(200));
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.locator('data[data-figure="cases.engaged"]', { hasText: '178' }).waitFor();
    expect(await page.locator('[aria-busy="true"]').count()).toBe(0);
  });
});

describe('where there is little or nothing', () => {
  it('says in words that there are too few cases, and never shows 0 % for them', async () => {
    const page = await visit('/cx', { json: sampleReport(5) });
    expect(await page.locator('.tiles').innerText()).toContain('too few (5)');
    expect(await page.locator('#view').innerText()).not.toMatch(/\d ?%/);
  });

  it('says in words that there is nothing yet', async () => {
    const page = await visit('/cx', { json: sampleReport(0) });
    expect(await page.locator('.tiles').getByText('no data').count()).toBeGreaterThan(6);
    await page.getByText('No burden was seen.').waitFor();
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
    const report = JSON.parse(many);
    report.burdens[0].owner = '<img src=x onerror="window.hit=1">';
    const page = await visit('/cx', { json: JSON.stringify(report) });
    await page.getByText('<img src=x').waitFor();
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });
});

describe('the journey', () => {
  it('sets the bot beside the other touchpoints, with the values of the JSON', async () => {
    const page = await visit('/cx/journey');
    const row = page.getByRole('row', { name: /^phone survey only/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/10\+\s+80%/);
    const { zone } = JSON.parse(journey.all);
    expect(await page.locator('.facts').innerText()).toMatch(new RegExp(`\\d{4}.*${zone}`));
    const all: unknown = JSON.parse(journey.all);
    const found = await page
      .locator('data[data-figure]')
      .evaluateAll((some) => some.map((one) => [one.getAttribute('data-figure'), one.getAttribute('value')]));
    expect(found.length).toBeGreaterThan(10);
    for (const [path, value] of found) expect(JSON.parse(value ?? ''), path ?? '').toEqual(at(all, path ?? ''));
  });

  it('opens to the way of one customer, and from there to a case', async () => {
    const page = await visit('/cx/customers');
    scene.server().pages.set('/api/cx/journey', journey.path);
    await page
      .getByRole('region')
      .or(page.locator('.card'))
      .getByRole('link', { name: /^u\d+$/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^Customer u0/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/cx/journey');
    await page.getByRole('row', { name: /phone.*csat 5/ }).waitFor();
    expect(await page.getByRole('table').getByRole('link').first().getAttribute('href')).toContain('/cx/case?id=');
  });
});

describe('what people did', () => {
  it('is shown with the values of the JSON, and nobody is compared by a handful', async () => {
    const page = await visit('/cx/escalation');
    const row = page.getByRole('row', { name: /^Ana/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/12\s+20 s/);
    expect(await page.getByRole('row', { name: /^Bo/ }).innerText()).toContain('too few (3)');
    const all: unknown = JSON.parse(staff);
    const found = await page
      .locator('data[data-figure^="staff."]')
      .evaluateAll((some) => some.map((one) => [one.getAttribute('data-figure'), one.getAttribute('value')]));
    expect(found.length).toBe(40);
    for (const [path = '', value] of found)
      expect(JSON.parse(value ?? ''), path ?? '').toEqual(at(all, (path ?? '').replace('staff.', '')));
  });
});

describe('the review', () => {
  it('takes two key presses a case', async () => {
    const page = await visit('/cx/review');
    const sent: unknown[] = [];
    await page.route('**/api/cx/reviews', async (route) => {
      if (route.request().method() === 'POST') sent.push(route.request().postDataJSON());
      await route.fulfill({ status: 204, body: '' });
    });
    await page.getByText('Not understood +2').first().waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing waits for review.').waitFor();
    expect(sent).toEqual([{ case: cases.id, sample: 'assumed', value: false }]);
  });
});

const views = [
  '',
  '/live',
  '/cases',
  '/touchpoints',
  '/journey',
  '/dialogs',
  '/customers',
  '/escalation',
  '/satisfaction',
  '/trust',
  '/review',
];

describe('axe objects to nothing, and nothing is wider than the page', () => {
  it.each(['light', 'dark'] as const)('in every view, %s', async (scheme) => {
    const page = await visit('/cx', { scheme });
    for (const view of [...views.map((name) => `/cx${name}`), `/cx/case?id=${cases.id}`]) {
      await page.goto(scene.server().url + view);
      await page.locator('.card').first().waitFor();
      await page.evaluate(axe.source);
      const found =
        'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((n) => id + n.html)))';
      expect([view, await page.evaluate(found)]).toEqual([view, []]);
    }
  });

  it('on a phone', async () => {
    const page = await visit('/cx', { isPhone: true });
    for (const view of views) {
      await page.goto(`${scene.server().url}/cx${view}`);
      await page.locator('.card').first().waitFor();
      expect([view, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([view, true]);
    }
  });
});
