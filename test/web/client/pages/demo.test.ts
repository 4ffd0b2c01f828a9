import { describe, expect, it } from 'vitest';
import { useScene } from '../scene.ts';

const scene = useScene();

describe('the demonstration shop', () => {
  it('loads nothing from anywhere else', async () => {
    const page = await scene.visit('/cx');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(scene.server().url);
    await page.getByRole('button', { name: /^Open chat/ }).waitFor();
    expect(asked.filter((url) => !url.startsWith(scene.server().url) && !url.startsWith('data:'))).toEqual([]);
  });

  it('counts what is put into the basket', async () => {
    const page = await scene.visit();
    await page.getByRole('button', { name: 'Add Tarn kettle to the basket' }).click();
    await page.getByRole('button', { name: 'Add Moor mugs to the basket' }).click();
    expect(await page.getByLabel('Items in the basket').textContent()).toBe('2');
  });

  it('shows on this machine that an edit of the bot was not taken, until it is mended', async () => {
    const page = await scene.visit('/cx');
    let answer = JSON.stringify({
      ready: true,
      rejectedEdit: {
        at: '2026-01-05T09:30:00Z',
        errors: 1,
        problems: [{ file: 'dialogs/a.yaml', line: 7, column: 10, message: 'no such slot' }],
      },
    });
    await page.route('**/readyz', (route) => route.fulfill({ body: answer }));
    await page.goto(scene.server().url);
    await page.getByText('dialogs/a.yaml:7:10 no such slot').waitFor();
    answer = '{"ready":true}';
    await page.getByText('dialogs/a.yaml:7:10 no such slot').waitFor({ state: 'hidden' });
  });

  it('leads to the report', async () => {
    const page = await scene.visit();
    expect(await page.getByRole('link', { name: 'Experience report' }).getAttribute('href')).toBe('/cx');
  });

  it.each([320, 390, 768, 1280, 1920])('is never wider than a screen of %i pixels', async (width) => {
    const page = await scene.visit();
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
