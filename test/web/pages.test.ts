import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../channels/directline/setup/call.ts';
import { type Served, serve } from '../channels/directline/setup/serve.ts';

let served: Served;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-pages-'));
  await mkdir(join(folder, 'pages', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not a page');
  await writeFile(join(folder, 'pages', 'index.html'), '<!doctype html><title>Demo</title>');
  await writeFile(join(folder, 'pages', 'cx.html'), '<!doctype html><title>Dashboard</title>');
  const script = `console.log("${'widget '.repeat(500)}");`;
  await writeFile(join(folder, 'pages', 'widget.js'), script);
  await writeFile(join(folder, 'pages', 'widget.js.gz'), gzipSync(script));
  await writeFile(join(folder, 'pages', 'assets', 'logo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  served = await serve({ web: { pagesFolder: join(folder, 'pages') } });
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => call(served.url + path, { headers });

test.each([
  ['/', 'text/html; charset=utf-8', 'Demo'],
  ['/cx', 'text/html; charset=utf-8', 'Dashboard'],
  ['/widget.js', 'text/javascript; charset=utf-8', 'widget'],
])('%s is served from the built pages', async (path, type, content) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  expect(answer.text).toContain(content);
});

test('other built files stand at their own paths, as the bytes they are', async () => {
  const answer = await fetch(`${served.url}/assets/logo.png`);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test('a page that has not changed is not sent again', async () => {
  const etag = (await get('/widget.js')).headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  for (const given of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const answer = await get('/widget.js', { 'if-none-match': given });
    expect([answer.status, answer.text]).toEqual([304, '']);
  }
  expect((await get('/widget.js', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('pages are compressed for those who can read that', async () => {
  const [plain, gzipped] = [
    await get('/widget.js', { 'accept-encoding': 'identity' }),
    await get('/widget.js', { 'accept-encoding': 'gzip' }),
  ];
  expect(gzipped.text).toBe(plain.text);
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(gzipped.headers.get('content-encoding')).toBe('gzip');
  expect(Number(gzipped.headers.get('content-length'))).toBeLessThan(200);
});

test('HEAD gives the headers alone', async () => {
  const answer = await call(`${served.url}/widget.js`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
  expect([answer.status, answer.text]).toEqual([200, '']);
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1000);
});

test('pages run only our scripts and stand in no frame; the widget may be embedded anywhere', async () => {
  const page = await get('/');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await get('/widget.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test.each([
  '/secret.txt',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/',
  '/index',
  '/nothing',
])('%s leads nowhere', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.body.error.code]).toEqual([404, 'NOT_FOUND']);
});

test('pages that have not been built say how to build them', async () => {
  const bare = await serve();
  for (const path of ['/', '/cx', '/widget.js']) {
    const answer = await call(bare.url + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(answer.text).toContain('npm run build');
  }
  expect((await call(`${bare.url}/healthz`)).status).toBe(200);
  await bare.close();
});
