/** What the customer is spared, and what they are told: no sound, how far a file is, what becomes of their words. */
import { expect, it } from 'vitest';
import { answered, openChat, until, useScene } from '../scene.ts';

const scene = useScene();

const countTones =
  'globalThis.tones = 0; globalThis.AudioContext = class extends AudioContext { constructor() { super(); tones++; } }';

it('makes no sound until the customer turns it on, which is remembered', async () => {
  const page = await scene.visit();
  await page.evaluate(countTones);
  await openChat(page);
  scene.server().say({ text: 'Quietly' });
  await answered(page, 'Quietly');
  expect(await page.evaluate('tones')).toBe(0);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Turn sound on' }).click();
  scene.server().say({ text: 'Aloud' });
  await until(page, 'tones === 1');
  await page.reload();
  await page.evaluate(countTones);
  await answered(page, 'Aloud');
  scene.server().say({ text: 'Aloud again' });
  await until(page, 'tones === 1');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Turn sound off' }).click();
  scene.server().say({ text: 'Quietly again' });
  await answered(page, 'Quietly again');
  expect(await page.evaluate('tones')).toBe(1);
});

it('shows how far a file is on its way', async () => {
  const page = await scene.visit();
  await openChat(page);
  await page.evaluate(`globalThis.seen = [];
    const { shadowRoot } = document.querySelector('touchpoint-chat');
    const look = () => { const bar = shadowRoot.querySelector('progress'); if (bar) seen.push(bar.value); };
    new MutationObserver(look).observe(shadowRoot, { subtree: true, childList: true, attributes: true });`);
  const network = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 800_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  const buffer = Buffer.alloc(1_000_000, 'x');
  await page.getByLabel('Attach a file').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer });
  await page.getByRole('link', { name: 'notes.txt' }).waitFor();
  const seen: unknown = await page.evaluate('seen');
  const shares = Array.isArray(seen) ? seen.map(Number) : [];
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
});

it('says at the beginning what becomes of the words, with a link that is in the menu too', async () => {
  const page = await scene.visit();
  await openChat(page);
  const note = page.locator('touchpoint-chat').getByText('What you write is stored so that we can help you.');
  await note.waitFor();
  const link = page.locator('touchpoint-chat').getByRole('link', { name: 'Privacy' });
  const href = await link.getAttribute('href');
  expect([href?.length, await link.getAttribute('rel')]).toEqual([expect.any(Number), 'noopener noreferrer']);
  await page.getByRole('button', { name: 'More' }).click();
  expect(await page.getByRole('menuitem', { name: 'Privacy' }).getAttribute('href')).toBe(href);
});
