import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { useScene } from '../scene.ts';

const scene = useScene();

it('the browser of these tests keeps one origin from reading another', async () => {
  const other = createServer((_request, response) => void response.end('a secret')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const page = await scene.visit('/cx');
  // A page without a policy of its own: what stops it must be the browser.
  await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Bare</title>' }));
  await page.goto(`${scene.server().url}/bare`);
  const read = (address: string) => fetch(address).then((response) => response.text(), String);
  expect(await page.evaluate(read, url)).toBe('TypeError: Failed to fetch');
  await page.goto(url);
  expect(await page.evaluate(read, url)).toBe('a secret');
  other.close();
});
