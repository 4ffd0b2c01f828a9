import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, bubbles, launcher, openChat, say, until, useScene } from '../scene.ts';

const scene = useScene();

/** What axe finds wrong on the page and in shadow roots; contrast is part of it. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + html)))',
  );
  return Array.isArray(found) ? found.map(String) : ['axe gave no list'];
}

const looks = [{ scheme: 'light' }, { scheme: 'dark' }, { scheme: 'light', isPhone: true }] as const;

describe.each(looks)('axe finds nothing with %o', (look) => {
  it('while the chat is closed', async () => {
    const page = await scene.visit('/', { ...look, isStill: true });
    await launcher(page).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('in a talk with lists, links, buttons and a person', async () => {
    const page = await scene.visit('/', { ...look, isStill: true });
    await openChat(page);
    await say(page, '12345678');
    await page.getByRole('button', { name: 'That helps' }).waitFor();
    const from = { id: 'agent-7', name: 'Marta', role: 'agent' };
    scene.server().say({ type: 'event', name: 'handoff.status', value: { state: 'accepted' }, from });
    scene.server().say({ text: 'Good morning', from, suggestedActions: { actions: [{ title: 'Good morning' }] } });
    await page.getByRole('button', { name: 'Good morning' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('in the menu', async () => {
    const page = await scene.visit('/', { ...look, isStill: true });
    await openChat(page);
    await page.getByRole('button', { name: 'More options' }).click();
    expect(await findings(page)).toEqual([]);
  });

  it('offline, with a message that waits and one that was refused', async () => {
    const page = await scene.visit('/', { ...look, isStill: true });
    await openChat(page);
    scene.server().fault = { times: 1, kind: 400 };
    await say(page, 'Refused');
    await page.getByText('Not sent').waitFor();
    await page.context().setOffline(true);
    await say(page, 'Waiting');
    await page.getByText('Waiting to send').waitFor();
    // The banner fades in after a moment.
    await page
      .locator('.banner p')
      .evaluate((element) => Promise.all(element.getAnimations().map((each) => each.finished)));
    expect(await findings(page)).toEqual([]);
  });

  it('where the server cannot be reached', async () => {
    scene.server().status = 500;
    const page = await scene.visit('/', { ...look, isStill: true });
    await launcher(page).click();
    await page.getByText('The chat cannot be reached').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  it('one opens, asks, asks for a person, and leaves', async () => {
    const page = await scene.visit();
    await launcher(page).waitFor();
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    await page.getByText('What can I do for you?').waitFor();
    await page.keyboard.type('Two lines');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('of text');
    await page.keyboard.press('Enter');
    await page.getByText('You said: Two lines').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('More options');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Talk to a person');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Start a new conversation');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByText("I'm looking for somebody.").waitFor();
    expect(await focused(page)).toBe('More options');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Open chat');
  });

  it('Escape leaves the menu first, then the chat', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.getByRole('button', { name: 'More options' }).press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('a closed chat is not in the way of the Tab key', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).not.toMatch(/message|Send|options/);
  });
});

/** What a screen reader would call the focused element, in a shadow root or not. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement ?? outer;
    return inner?.getAttribute('aria-label') ?? inner?.textContent ?? '';
  });
}

describe('what a screen reader gets', () => {
  it('is a log that speaks up, with who said what', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'Hello');
    await answered(page, 'You said: Hello');
    const log = page.getByRole('log', { name: 'Conversation' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    expect(await log.textContent()).toMatch(
      /Oakmere: Hello, I'm the automated assistant.*You: Hello.*Oakmere: You said: Hello/s,
    );
  });

  it('hears of messages while the chat is closed', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.keyboard.press('Escape');
    scene.server().say({ text: 'Psst' });
    await page.getByText('1 new message in the chat').waitFor({ state: 'attached' });
  });
});

describe('the widget adapts to the reader', () => {
  it('who wants nothing to move', async () => {
    const page = await scene.visit('/', { isStill: true });
    await openChat(page);
    scene.server().isMute = true;
    await say(page, 'Still');
    const dot = page.locator('.dots i').first();
    await dot.waitFor({ state: 'attached' });
    const durations = await dot.evaluate((element) =>
      element.getAnimations().map((each) => each.effect?.getTiming().iterations),
    );
    expect(durations.filter((iterations) => iterations !== 1)).toEqual([]);
  });

  it('who writes from right to left', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'שלום');
    await answered(page, 'You said: שלום');
    const own = page.locator('.bubble').getByText('שלום', { exact: true });
    expect(await own.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  it('whose page runs from right to left', async () => {
    scene
      .server()
      .pages.set('/rtl', '<!doctype html><html dir="rtl" lang="ar"><title>R</title><script src="/widget.js"></script>');
    const page = await scene.visit('/rtl');
    await openChat(page);
    const panel = page.getByRole('dialog');
    await panel.evaluate((element) => Promise.all(element.getAnimations().map((each) => each.finished)));
    expect((await panel.boundingBox())?.x).toBe(20);
  });

  it('who has a phone: the chat is the screen, the page stands still, Tab stays inside', async () => {
    const page = await scene.visit('/', { isPhone: true });
    await openChat(page);
    const panel = page.getByRole('dialog');
    await panel.evaluate((element) => Promise.all(element.getAnimations().map((each) => each.finished)));
    expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await panel.getAttribute('aria-modal')).toBe('true');
    expect(await page.locator('.launcher').isVisible()).toBe(false);
    await until(page, "getComputedStyle(document.documentElement).overflow === 'hidden'");
    for (const name of ['More options', 'Close chat']) {
      const box = await page.getByRole('button', { name }).first().boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await page.keyboard.type('x');
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.localName')).toBe('touchpoint-chat');
    }
    await page.getByRole('button', { name: 'Close chat' }).click();
    await until(page, "getComputedStyle(document.documentElement).overflow !== 'hidden'");
    expect(await bubbles(page)).toHaveLength(1);
  });

  it('who reads in another language than the page: a text says its own', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().say({ text: 'Guten Tag', locale: 'de' });
    await answered(page, 'Guten Tag');
    const line = page.locator('.line', { hasText: 'Guten Tag' });
    expect(await line.getAttribute('lang')).toBe('de');
    expect(await page.locator('.line', { hasText: 'What can I do for you?' }).first().getAttribute('lang')).toBeNull();
  });

  it('who reads further up while new messages come', async () => {
    const page = await scene.visit();
    await openChat(page);
    for (let n = 0; n < 30; n++) scene.server().say({ text: `Line ${n}` });
    await answered(page, 'Line 29');
    // the widget follows what comes until the reader moves: only then is there something to leave alone
    await until(
      page,
      "(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight > clientHeight && scrollHeight - scrollTop - clientHeight < 2)(document.querySelector('touchpoint-chat').shadowRoot.querySelector('.log'))",
    );
    const log = page.getByRole('log');
    await log.evaluate((element) => element.scrollTo(0, 0));
    scene.server().say({ text: 'The newest' });
    await page.getByRole('button', { name: 'New messages' }).click();
    await until(
      page,
      "(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2)(document.querySelector('touchpoint-chat').shadowRoot.querySelector('.log'))",
    );
    expect(await page.getByRole('button', { name: 'New messages' }).count()).toBe(0);
  });
});
