import axe from 'axe-core';
import { expect, it } from 'vitest';
import { answered, openChat, spoken, useScene } from '../scene.ts';

const scene = useScene();

/** One red pixel. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const cards = {
  text: 'Your orders',
  attachmentLayout: 'carousel',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.hero',
      content: {
        title: 'Kettle',
        subtitle: 'red',
        text: 'It is **on its way**.',
        images: [{ url: 'https://pictures.example/k.png', alt: 'A red kettle' }],
        buttons: [
          { type: 'imBack', title: 'Cancel it', value: 'cancel 7' },
          { type: 'openUrl', title: 'Follow it', value: 'https://a.example/7' },
          { type: 'openUrl', title: 'Bad', value: 'javascript:window.hit=1' },
        ],
      },
    },
    { contentType: 'application/vnd.microsoft.card.hero', content: { title: 'Mug' } },
    { contentType: 'image/png', contentUrl: picture, name: 'An address that is no web address' },
    { contentType: 'application/vnd.microsoft.card.adaptive', content: { body: [] } },
  ],
};

it('cards show their pictures in words too, their buttons answer, their links are safe, and axe finds nothing', async () => {
  const page = await scene.visit('/', { scheme: 'light', isStill: true });
  await page.route('https://pictures.example/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: Buffer.from(picture.split(',')[1] ?? '', 'base64') }),
  );
  await openChat(page);
  scene.server().say(cards);
  await answered(page, 'Your orders');
  await page.getByRole('img', { name: 'A red kettle' }).waitFor();
  expect(await page.getByRole('list', { name: '3 cards' }).getByRole('listitem').count()).toBe(3);
  expect(await page.locator('.card img').count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Follow it' }).getAttribute('href')).toBe('https://a.example/7');
  expect(await page.getByRole('link', { name: 'Bad' }).count()).toBe(0);
  await page.evaluate(axe.source);
  expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByText('Cancel it', { exact: true }).nth(1).waitFor();
  await expect.poll(() => spoken(scene.server())).toContain('cancel 7');
});
