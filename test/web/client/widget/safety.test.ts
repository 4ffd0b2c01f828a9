import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, bubbles, launcher, openChat, say, useScene } from '../scene.ts';

const scene = useScene();

const attacks = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  '<svg onload="window.hit=1">',
  '[click me](javascript:window.hit=1)',
  '[click me](JaVaScRiPt:window.hit=1)',
  '[click me](data:text/html,<script>window.hit=1</script>)',
  '[click me](vbscript:window.hit=1)',
  '**<iframe srcdoc="<script>parent.hit=1</script>">**',
  '"><style>*{display:none}</style>',
  '\u202Etxet desrever',
];

/** Elements in the widget that text must never become, and addresses links must never have. */
function intruders(page: Page): Promise<readonly string[]> {
  return page.locator('touchpoint-chat').evaluate((element) => {
    const found = element.shadowRoot?.querySelectorAll(
      '.log :is(img, script, iframe, style, svg:not(.icon), [onerror])',
    );
    const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
    return [...[...(found ?? [])].map(({ outerHTML }) => outerHTML), ...links.filter((href) => !/^https?:/.test(href))];
  });
}

describe('text in the widget stays text', () => {
  it.each(attacks)('when the bot says %s', async (attack) => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().say({ text: attack, from: { id: 'bot', name: attack, role: 'bot' } });
    scene.server().say({ text: 'Over.' });
    await answered(page, 'Over.');
    await page
      .locator('.bubble')
      .getByText('click me')
      .first()
      .click({ timeout: 200 })
      .catch(() => {});
    expect(await intruders(page)).toEqual([]);
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  it('when the customer types it, before and after a reload', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().isMute = true;
    for (const attack of attacks.slice(0, 3)) await say(page, attack);
    await answered(page, attacks[2] ?? '');
    expect((await bubbles(page)).slice(1)).toEqual(attacks.slice(0, 3));
    await page.reload();
    await page.getByText(attacks[2] ?? '', { exact: true }).waitFor();
    expect(await intruders(page)).toEqual([]);
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  it('when it stands on buttons and in names of people', async () => {
    const page = await scene.visit();
    await openChat(page);
    const [attack = ''] = attacks;
    const actions = [
      { type: 'openUrl', title: 'Bad link', value: 'javascript:window.hit=1' },
      { type: 'imBack', title: attack, value: attack },
    ];
    const from = { id: 'agent', name: attack, role: 'agent' };
    scene.server().say({ type: 'event', name: 'handoff.status', value: { state: 'accepted' }, from });
    scene.server().say({ text: 'Choose', from, suggestedActions: { actions } });
    await page.getByRole('button', { name: attack }).waitFor();
    await page.getByRole('button', { name: 'Bad link' }).click();
    await answered(page, 'Bad link');
    expect(await intruders(page)).toEqual([]);
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  it('when it stands on cards and in names of files', async () => {
    const page = await scene.visit();
    await openChat(page);
    for (const attack of attacks.slice(0, 3)) {
      const buttons = [
        { type: 'imBack', title: attack, value: attack },
        { type: 'openUrl', title: attack, value: 'javascript:window.hit=1' },
      ];
      const content = { title: attack, subtitle: attack, text: attack, buttons };
      const card = { contentType: 'application/vnd.microsoft.card.hero', content };
      const file = { contentType: 'application/pdf', contentUrl: 'javascript:window.hit=1', name: attack };
      scene.server().say({ text: 'Cards', attachments: [card] });
      scene.server().say({ from: { id: 'x', role: 'user' }, text: '', attachments: [file] });
    }
    scene.server().say({ text: 'Over.' });
    // a file that cannot be had stays pale, as one on its way
    await page.locator('.bubble').getByText('Over.', { exact: true }).waitFor();
    await page
      .getByRole('button', { name: attacks[0] ?? '' })
      .first()
      .click();
    await page.locator('.bubble').getByText(`You said: ${attacks[0]}`, { exact: true }).waitFor();
    expect(await intruders(page)).toEqual([]);
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  it('and links open elsewhere, knowing nothing of this page', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, '12345678');
    const link = page.getByRole('link', { name: 'follow the parcel' });
    expect(await link.getAttribute('href')).toBe('https://parcel.example/10482213');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await link.getAttribute('rel')).toContain('noreferrer');
  });
});

describe('the widget and the page around it', () => {
  it('do not touch each other’s styles', async () => {
    const style =
      '* { color: rgb(255, 0, 0) !important; font-size: 40px !important; } div, button { display: none !important; }';
    scene.server().pages.set('/loud.css', style);
    scene
      .server()
      .pages.set(
        '/loud',
        '<!doctype html><title>Loud</title><link rel="stylesheet" href="/loud.css"><p>Text</p><script src="/widget.js"></script>',
      );
    const page = await scene.visit('/loud');
    await openChat(page);
    const size = await page
      .getByText('What can I do for you?')
      .evaluate((element) => getComputedStyle(element).fontSize);
    expect(size).toBe('15px');
    expect(
      await page.getByText('Text', { exact: true }).evaluate((element) => getComputedStyle(element).fontSize),
    ).toBe('40px');
  });

  it('moves nothing on the page, from loading to opening', async () => {
    const page = await scene.visit();
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => shifts.push(list.getEntries().length)).observe({
        type: 'layout-shift',
        buffered: true,
      });
    });
    await launcher(page).waitFor();
    await openChat(page);
    await say(page, 'Hello');
    await answered(page, 'You said: Hello');
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await page.evaluate('window.shifts')).toEqual([]);
  });

  it.each([
    ['light', 'light', 'rgb(255, 255, 255)'],
    ['dark', 'dark', 'rgb(22, 24, 29)'],
    ['dark', 'light', 'rgb(255, 255, 255)'],
  ] as const)('is made for a system that is %s and a page that wants %s', async (scheme, theme, ground) => {
    const page = await scene.visit('/', { scheme });
    await launcher(page).waitFor();
    if (theme !== scheme)
      await page.locator('touchpoint-chat').evaluate((element) => element.setAttribute('theme', 'light'));
    await openChat(page);
    expect(await page.getByRole('dialog').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      ground,
    );
  });

  it('takes the colours a page gives it', async () => {
    const page = await scene.visit();
    const ground = await launcher(page).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(ground).toBe('rgb(44, 90, 69)');
  });
});
