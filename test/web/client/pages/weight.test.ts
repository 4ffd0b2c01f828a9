import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../../../scripts/build.js';

const parent = await mkdtemp(join(tmpdir(), 'touchpoint-pages-'));
const folder = join(parent, 'web');
let sizes: Awaited<ReturnType<typeof buildPages>> = {};

beforeAll(async () => {
  sizes = await buildPages(folder);
});
afterAll(() => rm(parent, { recursive: true, force: true }));

describe('what a browser has to load', () => {
  it.each([
    ['widget.js', 25_000],
    ['cx.js', 250_000],
    ['index.html', 20_000],
  ])('%s is at most %i bytes after gzip -9', async (name, most) => {
    const weight = gzipSync(await readFile(join(folder, name)), { level: 9 }).length;
    expect(weight).toBeLessThanOrEqual(most);
    expect(sizes[name]?.gzip).toBe(weight);
  });

  it('is written down beside the pages', async () => {
    expect(JSON.parse(await readFile(join(folder, 'sizes.json'), 'utf8'))).toEqual(sizes);
  });
});
