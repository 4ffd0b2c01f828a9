import { describe, expect, it } from 'vitest';
import { openChat, useScene } from '../scene.ts';

const scene = useScene();

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const file = (name: string, mimeType: string, bytes = 100) => ({ name, mimeType, buffer: Buffer.alloc(bytes, 'x') });

describe('files', () => {
  it('are sent one after the other, and shown by their name as a link', async () => {
    const page = await scene.visit();
    await openChat(page);
    const files = [file('receipt.pdf', 'application/pdf'), file('note <b>.txt', 'text/plain')];
    await page.getByLabel('Attach a file').setInputFiles(files);
    await page.getByRole('link', { name: 'note <b>.txt' }).waitFor();
    expect(await page.locator('a.file').allInnerTexts()).toEqual(['receipt.pdf', 'note <b>.txt']);
    expect(scene.server().posts).toBe(0);
  });

  it('stay in the conversation when the line is down, and go when it is back', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.getByLabel('Attach a file').setInputFiles(file('receipt.pdf', 'application/pdf'));
    await page.locator('.pending.file').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'receipt.pdf' }).waitFor();
    expect(await page.locator('.pending').count()).toBe(0);
  });

  it.each([
    ['too large', file('big.png', 'image/png', 5 * 1024 * 1024 + 1), 'A file may have up to 5 MB.'],
    ['of another kind', file('a.html', 'text/html'), 'Only pictures, PDF and text files can be sent.'],
  ])('that are %s are refused at once, and it is said why', async (_why, given, message) => {
    const page = await scene.visit();
    await openChat(page);
    await page.getByLabel('Attach a file').setInputFiles(given);
    await page.getByText(message).waitFor();
    expect(await page.locator('.file').count()).toBe(0);
  });

  it('that are pictures are shown in a place kept for them', async () => {
    const page = await scene.visit();
    await openChat(page);
    const attachments = [{ contentType: 'image/png', contentUrl: pixel.replace('data:', 'https:'), name: 'my cup' }];
    scene.server().say({ from: { id: 'x', role: 'user' }, text: '', attachments });
    const box = await page.getByRole('img', { name: 'my cup' }).boundingBox();
    expect([box?.width, box?.height].map((side) => Math.round(side ?? 0))).toEqual([220, 165]);
  });
});
